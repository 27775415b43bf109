"""Records what PyTorch computes for the layers of TorchLayersTest: python torch_layers.py > torch-layers.json"""

import json

import torch
from torch import nn

torch.manual_seed(7)
torch.set_default_dtype(torch.float64)


def f32(x):
    return x.to(torch.float32).to(torch.float64)


def case(name, layer, columns, rows, steps=1):
    x = f32(2 * torch.randn(rows, columns) + 0.5).requires_grad_()
    weight = f32(torch.randn(rows, columns))
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter.copy_(f32(parameter + 0.5 * torch.randn_like(parameter)))
    layer.train()
    for _ in range(steps):
        layer.zero_grad()
        x.grad = None
        output = layer(x)
        (output * weight).sum().backward()
    result = {
        "name": name,
        "x": x.tolist(),
        "weight": weight.tolist(),
        "parameters": [p.reshape(-1).tolist() for p in layer.parameters()],
        "steps": steps,
        "output": output.tolist(),
        "inputGradient": x.grad.tolist(),
        "gradients": [p.grad.reshape(-1).tolist() for p in layer.parameters()],
    }
    if isinstance(layer, nn.BatchNorm1d):
        result["runningMean"] = layer.running_mean.tolist()
        result["runningVariance"] = layer.running_var.tolist()
        layer.eval()
        result["prediction"] = layer(x).tolist()
    return result


def alpha_dropout(rate):
    """The two values that a number takes: those of a zero that is kept and of one that is dropped."""
    values = sorted(set(nn.functional.alpha_dropout(torch.zeros(10_000), rate, True).tolist()))
    kept = nn.functional.alpha_dropout(torch.ones(10_000), rate, True)
    return {"rate": rate, "dropped": values[0], "keptZero": values[1], "keptOne": sorted(set(kept.tolist()))[1]}


print(
    json.dumps(
        {
            "torch": torch.__version__,
            "layers": [
                case("BatchNorm", nn.BatchNorm1d(5), 5, 7, steps=3),
                case("LayerNorm", nn.LayerNorm(5), 5, 4),
                case("RmsNorm", nn.RMSNorm(5, eps=1e-6), 5, 4),
                case("Prelu", nn.PReLU(5), 5, 6),
                case("Softmax", nn.Softmax(dim=1), 5, 4),
            ],
            "alphaDropout": [alpha_dropout(rate) for rate in (0.1, 0.5)],
        },
        indent=1,
    )
)
