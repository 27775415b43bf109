"""Records metrics of scikit-learn (and, for calibration, of the definition in NumPy) into scikit-learn.json.

Run with scikit-learn 1.9.1 and NumPy 2.4: python scikit-learn.py > scikit-learn.json
"""

import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

warnings.simplefilter("ignore")
rng = np.random.default_rng(20250701)


def probabilities(rows, classes, sharp):
    """Rows of distinct multiples of 1/64 that sum to 1 exactly, so columns have ties and rows have none."""
    out = []
    while len(out) < rows:
        p = rng.dirichlet(np.full(classes, sharp))
        q = np.floor(p * 64).astype(int)
        q[np.argmax(q)] += 64 - q.sum()
        if len(set(q)) == classes:
            out.append(q / 64)
    return np.array(out)


def weights(rows):
    return rng.choice([0.0, 0.25, 0.5, 1.0, 2.0, 3.5], rows, p=[0.1, 0.2, 0.2, 0.2, 0.2, 0.1])


def classes(rows, count, truths, pull):
    p = probabilities(rows, count, 1.0)
    truth = np.where(rng.random(rows) < pull, p.argmax(1), rng.choice(truths, rows))
    truth = np.where(np.isin(truth, truths), truth, truths[0])
    return {"predictions": p, "truth": truth[:, None].astype(float), "weights": weights(rows)}


def labels(rows, count):
    p = np.round(rng.random((rows, count)) * 16) / 16
    truth = (rng.random((rows, count)) < 0.2 + 0.6 * p).astype(float)
    return {"predictions": p, "truth": truth, "weights": weights(rows)}


def numbers(rows, outputs):
    truth = np.round(rng.normal(2, 3, (rows, outputs)) * 8) / 8
    p = truth + np.round(rng.normal(0.5, 1, (rows, outputs)) * 8) / 8
    return {"predictions": p, "truth": truth, "weights": weights(rows)}


def never_predicted(data, k):
    p = data["predictions"]
    for row in p:
        top = row.argmax()
        if top == k:
            other = (k + 1) % p.shape[1]
            row[k], row[other] = row[other], row[k]
    return data


data = {
    "fourClasses": classes(60, 4, [0, 1, 2, 3], 0.5),
    "classNeverTrue": classes(40, 4, [0, 1, 2], 0.4),
    "classNeverPredicted": never_predicted(classes(40, 4, [0, 1, 2, 3], 0.4), 2),
    "classNeither": never_predicted(classes(40, 4, [0, 1, 3], 0.4), 2),
    "twoClasses": classes(30, 2, [0, 1], 0.4),
    "oneTrueClass": classes(20, 3, [1], 0.0),
    "yesOrNo": labels(37, 1),
    "yesOnly": labels(9, 1),
    "threeLabels": labels(40, 3),
    "numbers": numbers(30, 1),
    "oddNumbers": numbers(31, 1),
    "twoNumbers": numbers(24, 2),
    "constantTarget": numbers(6, 1),
    "counts": {
        "predictions": np.round(rng.gamma(2, 1, (30, 1)) * 8 + 1) / 8,
        "truth": rng.poisson(2, (30, 1)).astype(float),
        "weights": weights(30),
    },
}
data["yesOnly"]["truth"][:] = 1
data["constantTarget"]["truth"][:] = 2

cases = []


def case(name, metric, weighted, value):
    value = float(value)
    cases.append({"data": name, "metric": metric, "weighted": weighted, "value": None if np.isnan(value) else value})


def mean_defined(values, by=None):
    values = np.array(values, float)
    by = np.ones(len(values)) if by is None else np.array(by)
    there = ~np.isnan(values)
    return np.sum((values * by)[there]) / np.sum(by[there]) if there.any() else np.nan


def auc(y, s, w):
    return m.roc_auc_score(y, s, sample_weight=w) if 0 < (w * y).sum() < w.sum() else np.nan


def ap(y, s, w):
    return m.average_precision_score(y, s, sample_weight=w) if (w * y).sum() > 0 else np.nan


def rankings(name, one_hot, p, w, weighted):
    for metric, of in (("auc", auc), ("averagePrecision", ap)):
        each = [of(one_hot[:, k], p[:, k], w) for k in range(p.shape[1])]
        support = (w[:, None] * one_hot).sum(0)
        case(name, metric + "Macro", weighted, mean_defined(each))
        case(name, metric + "Weighted", weighted, mean_defined(each, support))
        case(name, metric + "Micro", weighted, of(one_hot.ravel(), p.ravel(), np.repeat(w, p.shape[1])))
        for k, value in enumerate(each):
            case(name, f"{metric}Class{k}", weighted, value)
        standard = each[1] if name == "twoClasses" else mean_defined(each)
        case(name, metric, weighted, standard)


def rates(name, y, y_hat, k, w, weighted, extra):
    functions = {
        "precision": lambda **a: m.precision_score(y, y_hat, sample_weight=w, zero_division=0, **a),
        "recall": lambda **a: m.recall_score(y, y_hat, sample_weight=w, zero_division=0, **a),
        "f1": lambda **a: m.f1_score(y, y_hat, sample_weight=w, zero_division=0, **a),
        "f0.5": lambda **a: m.fbeta_score(y, y_hat, beta=0.5, sample_weight=w, zero_division=0, **a),
        "f2": lambda **a: m.fbeta_score(y, y_hat, beta=2, sample_weight=w, zero_division=0, **a),
    }
    for metric, of in functions.items():
        for average in ("macro", "micro", "weighted"):
            case(name, metric + average.capitalize(), weighted, of(average=average))
        each = of(average=None, labels=list(range(k)))
        for index, value in enumerate(each):
            case(name, f"{metric}Class{index}", weighted, value)
        case(name, metric, weighted, of(average="binary") if extra else of(average="macro"))


def calibration(confidence, right, w, bins=15):
    total = 0.0
    for b in range(bins):
        inside = (confidence > b / bins) & (confidence <= (b + 1) / bins)
        total += abs((w[inside] * (right[inside] - confidence[inside])).sum())
    return total / w.sum()


def classification(name, weighted):
    d = data[name]
    p, y = d["predictions"], d["truth"][:, 0].astype(int)
    k = p.shape[1]
    w = d["weights"] if weighted else np.ones(len(y))
    y_hat = p.argmax(1)
    # rows of weight 0 count as absent here, and would make a class present in scikit-learn
    there = w > 0
    p, y, y_hat, w = p[there], y[there], y_hat[there], w[there]
    case(name, "accuracy", weighted, m.accuracy_score(y, y_hat, sample_weight=w))
    case(name, "balancedAccuracy", weighted, m.balanced_accuracy_score(y, y_hat, sample_weight=w))
    case(name, "matthews", weighted, m.matthews_corrcoef(y, y_hat, sample_weight=w))
    case(name, "kappa", weighted, m.cohen_kappa_score(y, y_hat, sample_weight=w))
    clipped = np.maximum(p, 1e-15)
    case(name, "logLoss", weighted, m.log_loss(y, clipped, sample_weight=w, labels=list(range(k))) if (p > 0).all()
         else np.average(-np.log(clipped[np.arange(len(y)), y]), weights=w))
    half = p[:, 1] if k == 2 else p
    case(name, "brier", weighted, m.brier_score_loss(y, half, sample_weight=w, labels=list(range(k))))
    for top in range(1, k):
        value = m.top_k_accuracy_score(y, half, k=top, sample_weight=w, labels=list(range(k))) if k > 2 else \
            m.accuracy_score(y, y_hat, sample_weight=w)
        case(name, f"top{top}", weighted, value)
    case(name, "calibrationError", weighted, calibration(p.max(1), y == y_hat, w))
    rates(name, y, y_hat, k, w, weighted, k == 2)
    rankings(name, np.eye(k)[y], p, w, weighted)


def multilabel(name, weighted):
    d = data[name]
    p, y = d["predictions"], d["truth"].astype(int)
    n = p.shape[1]
    w = d["weights"] if weighted else np.ones(len(y))
    y_hat = (p > 0.5).astype(int)
    over = lambda of: np.mean([of(j) for j in range(n)])
    case(name, "accuracy", weighted, over(lambda j: m.accuracy_score(y[:, j], y_hat[:, j], sample_weight=w)))
    case(name, "balancedAccuracy", weighted,
         over(lambda j: m.balanced_accuracy_score(y[:, j], y_hat[:, j], sample_weight=w)))
    case(name, "matthews", weighted, over(lambda j: m.matthews_corrcoef(y[:, j], y_hat[:, j], sample_weight=w)))
    case(name, "kappa", weighted, over(lambda j: m.cohen_kappa_score(y[:, j], y_hat[:, j], sample_weight=w)))
    case(name, "brier", weighted,
         over(lambda j: m.brier_score_loss(y[:, j], p[:, j], sample_weight=w, labels=[0, 1])))
    clipped = np.clip(p, 1e-15, 1)
    other = np.clip(1 - p, 1e-15, 1)
    case(name, "logLoss", weighted,
         over(lambda j: np.average(-np.log(np.where(y[:, j] == 1, clipped[:, j], other[:, j])), weights=w)))
    case(name, "calibrationError", weighted,
         over(lambda j: calibration(np.maximum(p[:, j], 1 - p[:, j]), y[:, j] == y_hat[:, j], w)))
    if n > 1:
        rates(name, y, y_hat, n, w, weighted, False)
    else:
        for metric, beta in (("precision", 0), ("recall", 1e12), ("f1", 1), ("f0.5", 0.5), ("f2", 2)):
            of = {"precision": m.precision_score, "recall": m.recall_score}.get(metric)
            value = of(y[:, 0], y_hat[:, 0], sample_weight=w) if of else \
                m.fbeta_score(y[:, 0], y_hat[:, 0], beta=beta, sample_weight=w)
            for suffix in ("", "Class0", "Macro", "Micro", "Weighted"):
                case(name, metric + suffix, weighted, value)
    rankings(name, y, p, w, weighted)


def regression(name, weighted):
    d = data[name]
    p, y = d["predictions"], d["truth"]
    w = d["weights"] if weighted else None
    constant = name == "constantTarget"
    case(name, "mse", weighted, m.mean_squared_error(y, p, sample_weight=w))
    case(name, "rmse", weighted, np.sqrt(m.mean_squared_error(y, p, sample_weight=w)))
    case(name, "mae", weighted, m.mean_absolute_error(y, p, sample_weight=w))
    case(name, "mape", weighted, m.mean_absolute_percentage_error(y, p, sample_weight=w))
    case(name, "medianAbsoluteError", weighted, m.median_absolute_error(y, p, sample_weight=w))
    for quantile in (0.5, 0.1, 0.95):
        case(name, f"pinball{quantile}", weighted, m.mean_pinball_loss(y, p, alpha=quantile, sample_weight=w))
    case(name, "r2", weighted, np.nan if constant else m.r2_score(y, p, sample_weight=w, force_finite=False))
    case(name, "explainedVariance", weighted,
         np.nan if constant else m.explained_variance_score(y, p, sample_weight=w, force_finite=False))
    if name == "counts":
        case(name, "poissonDeviance", weighted, m.mean_poisson_deviance(y[:, 0], p[:, 0], sample_weight=w))


for weighted in (False, True):
    for name in ("fourClasses", "classNeverTrue", "classNeverPredicted", "classNeither", "twoClasses", "oneTrueClass"):
        classification(name, weighted)
    for name in ("yesOrNo", "yesOnly", "threeLabels"):
        multilabel(name, weighted)
    for name in ("numbers", "oddNumbers", "twoNumbers", "constantTarget", "counts"):
        regression(name, weighted)

print("{")
print(f'  "scikit-learn": "{sklearn.__version__}",')
print('  "data": {')
for i, (name, d) in enumerate(data.items()):
    comma = "," if i + 1 < len(data) else ""
    arrays = ", ".join(f'"{key}": {json.dumps(value.tolist())}' for key, value in d.items())
    print(f'    "{name}": {{{arrays}}}{comma}')
print("  },")
print('  "cases": [')
print(",\n".join("    " + json.dumps(c) for c in cases))
print("  ]\n}")
print(f"{len(cases)} cases", file=sys.stderr)
