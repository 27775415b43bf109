"""Records learning rates that torch-reference.json lacks.

Polynomial decay and the reduction on a plateau are PyTorch's, inverse scaling is scikit-learn's; the cosine of the
logarithm and the flat cosine are the formulas of RealMLP (Holzmüller et al. 2024), in NumPy.
Run: python3 record.py, which needs torch, scikit-learn and numpy; it writes more-schedules.json.
"""

import json
from pathlib import Path

import numpy as np
import sklearn
import torch
from sklearn.neural_network._stochastic_optimizers import SGDOptimizer

HERE = Path(__file__).parent
BASE = 0.1
STEPS = 40
LOSSES = [1.0, 0.9, 0.8, 0.79999, 0.79995, 0.81, 0.7, 0.72, 0.71, 0.7, 0.73, 0.74, 0.69, 0.75, 0.8, 0.81, 0.82, 0.83]


def optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)


def rate(of):
    return of.param_groups[0]["lr"]


def polynomial(power):
    of = optimizer()
    schedule = torch.optim.lr_scheduler.PolynomialLR(of, total_iters=STEPS, power=power)
    rates = []
    for _ in range(STEPS):
        rates.append(rate(of))
        of.step()
        schedule.step()
    return rates


def plateau(**options):
    of = optimizer()
    schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(of, **options)
    rates = [rate(of)]
    for loss in LOSSES:
        schedule.step(loss)
        rates.append(rate(of))
    return rates


def inverse_scaling(power):
    of = SGDOptimizer([np.zeros(1)], learning_rate_init=BASE, lr_schedule="invscaling", power_t=power)
    rates = []
    for step in range(STEPS):
        of.iteration_ends(step)
        rates.append(float(of.learning_rate))
    return rates


t = np.arange(STEPS) / STEPS
result = {
    "made_by": {"torch": torch.__version__, "scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "base_lr": BASE,
    "losses": LOSSES,
    "cases": {
        "polynomial_40_power_2.5": polynomial(2.5),
        "inverse_scaling_0.5": inverse_scaling(0.5),
        "log_cosine_4": (BASE * 0.5 * (1 - np.cos(2 * np.pi * np.log2(1 + 15 * t)))).tolist(),
        "flat_cosine": (BASE * np.where(t < 0.5, 1, 0.5 * (1 + np.cos(np.pi * (2 * t - 1))))).tolist(),
    },
    "plateaus": {
        "factor_0.5_patience_1": plateau(factor=0.5, patience=1),
        "patience_0_cooldown_2_threshold_0.05": plateau(factor=0.1, patience=0, cooldown=2, threshold=0.05),
        "minimum_0.02": plateau(factor=0.5, patience=0, min_lr=0.02),
    },
}
(HERE / "more-schedules.json").write_text(json.dumps(result) + "\n")
