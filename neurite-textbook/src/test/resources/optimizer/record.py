"""Records what optimizers that torch-reference.json lacks do on its start and gradients.

Rprop and NAdam are PyTorch's; NAdam differs between 1.13, which made torch-reference.json, and 2. Lion is the pseudo code of its paper (Chen et al. 2023, algorithm 2), in NumPy.
Run beside the file: python3 record.py, which needs torch and numpy; it writes more-optimizers.json.
"""

import json
from pathlib import Path

import numpy as np
import torch

torch.set_default_dtype(torch.float64)  # of the product of momenta too

HERE = Path(__file__).parent
GIVEN = json.loads((HERE / "../reference/torch-reference.json").read_text())["optimizers"]
START = np.array(GIVEN["start"])
GRADIENTS = np.array(GIVEN["gradients"])


def by_torch(make, lr):
    p = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = make([p], lr=lr)
    trajectory = []
    for gradient in GRADIENTS:
        p.grad = torch.tensor(gradient)
        optimizer.step()
        trajectory.append(p.detach().tolist())
    return {"options": {"lr": lr}, "trajectory": trajectory}


def lion(lr, weight_decay=0.0, beta1=0.9, beta2=0.99):
    p = START.copy()
    m = np.zeros_like(p)
    trajectory = []
    for gradient in GRADIENTS:
        update = np.sign(beta1 * m + (1 - beta1) * gradient)
        p = p - lr * (update + weight_decay * p)
        m = beta2 * m + (1 - beta2) * gradient
        trajectory.append(p.tolist())
    return {"options": {"lr": lr, "weight_decay": weight_decay}, "trajectory": trajectory}


cases = {
    "nadam_2": by_torch(torch.optim.NAdam, 0.01),
    "rprop": by_torch(torch.optim.Rprop, 0.01),
    "lion": lion(0.01),
    "lion_weight_decay": lion(0.01, 0.3),
}
made_by = {"torch": torch.__version__, "numpy": np.__version__}
(HERE / "more-optimizers.json").write_text(json.dumps({"made_by": made_by, "cases": cases}) + "\n")
