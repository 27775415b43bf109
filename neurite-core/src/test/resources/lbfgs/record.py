"""Records the optima of convex problems, as scikit-learn finds them.

Logistic regression of two and three classes, ridge regression, lasso and elastic net, each with a penalty on the
weights and none on the intercepts. `l2` is the factor of `1/2 * sum of squares` beside the mean loss, `l1` that of the
sum of magnitudes.
Run: python3 record.py, which needs scikit-learn and numpy; it writes convex.json.
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet, LogisticRegression, Ridge

ROWS, INPUTS = 150, 4
rng = np.random.default_rng(7)
x = rng.normal(size=(ROWS, INPUTS)).astype(np.float32)
noise = rng.normal(size=(ROWS, 3))
scores = x @ rng.normal(size=(INPUTS, 3)) + 0.7 * noise
three = scores.argmax(1)
two = (scores[:, 0] > 0.3).astype(int)
y = (scores[:, 1] * 2 + 1).astype(np.float32)


def logistic(target, c):
    fit = LogisticRegression(C=c, tol=1e-12, max_iter=100_000).fit(x.astype(float), target)
    return {
        "l2": 1 / (c * ROWS),
        "weights": fit.coef_.T.tolist(),
        "intercepts": fit.intercept_.tolist(),
    }


def ridge(alpha):
    fit = Ridge(alpha=alpha, solver="cholesky").fit(x.astype(float), y.astype(float))
    return {"l2": 2 * alpha / ROWS, "weights": [[w] for w in fit.coef_.tolist()], "intercepts": [fit.intercept_]}


def elastic(alpha, share):
    fit = ElasticNet(alpha=alpha, l1_ratio=share, tol=1e-14, max_iter=100_000).fit(x.astype(float), y.astype(float))
    return {
        "l1": 2 * alpha * share,
        "l2": 2 * alpha * (1 - share),
        "weights": [[w] for w in fit.coef_.tolist()],
        "intercepts": [fit.intercept_],
    }


result = {
    "made_by": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "x": x.astype(float).tolist(),
    "three": three.tolist(),
    "two": two.tolist(),
    "y": y.astype(float).tolist(),
    "cases": {
        "three": logistic(three, 1.0),
        "two": logistic(two, 0.5),
        "y": ridge(3.0),
        "lasso": elastic(1.6, 1.0),
        "elastic": elastic(0.4, 0.5),
    },
}
(Path(__file__).parent / "convex.json").write_text(json.dumps(result) + "\n")
