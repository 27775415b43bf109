"""How fast Python libraries do the work of Neurite's benchmarks, in the same shapes, float32, on the same machine.

usage: peers.py list                                   the libraries that are installed: key, name, one a line
       peers.py KEY CASE THREADS SECONDS [MODEL]       key, case, microseconds

CASE is a name such as `mnist 784-128-10 b128 adam ce`, `gemm 128x784x512`, `predict 784-128-10 b1` or
`fit 105-100-2 b200`; MODEL is the ONNX file of a prediction. Fields are divided by tabs. Needs nothing but the library
that KEY names, and NumPy. Time is counted as Neurite's own is: chunks of runs that last 20 milliseconds or more, for
SECONDS seconds, the fastest of all, after a warm-up.
"""

import importlib.util
import os
import sys
import time

KEYS = {
    "numpy": ("numpy", ""),
    "torch": ("torch", ""),
    "torch-compile": ("torch", ", compiled"),
    "jax": ("jax", ", a jitted call a step"),
    "jax-loop": ("jax", ", 50 steps in one compiled loop"),
    "sklearn": ("sklearn", ""),
    "onnxruntime": ("onnxruntime", ""),
}
NAMES = {"numpy": "NumPy", "torch": "PyTorch", "jax": "JAX", "sklearn": "scikit-learn", "onnxruntime": "ONNX Runtime"}
LOOP = 50
RATE = 1e-3


def version(module):
    from importlib.metadata import version as of

    return of("scikit-learn" if module == "sklearn" else module)


def list_peers():
    for key, (module, how) in KEYS.items():
        if importlib.util.find_spec(module) and importlib.util.find_spec("numpy"):
            print(key, f"{NAMES[module]} {version(module)} (Python{how})", sep="\t")


def clock(run, seconds, per=1):
    """Microseconds of one run, divided by `per`."""
    for _ in range(10):
        run()
    best, chunk, chunks, began = float("inf"), 1, 0, time.perf_counter()
    while chunks < 3 or time.perf_counter() - began < seconds:
        start = time.perf_counter()
        for _ in range(chunk):
            run()
        elapsed = time.perf_counter() - start
        best = min(best, elapsed / chunk)
        chunks += 1
        if elapsed < 0.02:
            chunk *= 2
    return best / per * 1e6


def parse(case):
    """Sizes of the layers and rows of the batch, from `mnist 784-128-10 b128 adam ce` or `tab 100-256x3-1 b256 ...`."""
    sizes = []
    words = case.split()
    for part in words[1].split("-"):
        size, _, times = part.partition("x")
        sizes += [int(size)] * int(times or 1)
    return sizes, int(words[2][1:])


def drawn(case):
    import numpy as np

    sizes, batch = parse(case)
    classes = case.endswith(" ce")
    random = np.random.RandomState(0)
    inputs = random.randn(batch, sizes[0]).astype("f4")
    targets = random.randint(0, sizes[-1], batch) if classes else random.randn(batch, sizes[-1]).astype("f4")
    layers = [
        ((random.randn(i, o) * np.sqrt(2 / i)).astype("f4"), np.zeros(o, "f4")) for i, o in zip(sizes, sizes[1:])
    ]
    return inputs, targets, layers, classes, " adam " in case


def numpy_step(case):
    import numpy as np

    inputs, targets, layers, classes, adam = drawn(case)
    weights, biases = [w for w, _ in layers], [b for _, b in layers]
    first = [np.zeros_like(p) for p in weights + biases]
    second = [np.zeros_like(p) for p in weights + biases]
    rows, steps = np.arange(len(inputs)), [0]

    def delta(outputs):
        if not classes:
            return 2 / len(inputs) * (outputs - targets)
        e = np.exp(outputs - outputs.max(1, keepdims=True))
        e /= e.sum(1, keepdims=True)
        e[rows, targets] -= 1
        return e / np.float32(len(inputs))

    def step():
        values = [inputs]
        for i, (w, b) in enumerate(zip(weights, biases)):
            z = values[-1] @ w
            z += b
            values.append(np.maximum(z, 0, out=z) if i < len(weights) - 1 else z)
        d = delta(values[-1])
        gradients = [None] * (2 * len(weights))
        for i in reversed(range(len(weights))):
            gradients[i], gradients[len(weights) + i] = values[i].T @ d, d.sum(0)
            if i:
                d = (d @ weights[i].T) * (values[i] > 0)
        steps[0] += 1
        for p, g, m, v in zip(weights + biases, gradients, first, second):
            if adam:
                m *= 0.9
                m += 0.1 * g
                v *= 0.999
                v += 0.001 * g * g
                p -= RATE * (m / (1 - 0.9 ** steps[0])) / (np.sqrt(v / (1 - 0.999 ** steps[0])) + 1e-8)
            else:
                p -= RATE * g

    return step


def torch_step(case, compiled):
    import torch

    inputs, targets, layers, classes, adam = drawn(case)
    modules = []
    for w, _ in layers:
        modules += [torch.nn.Linear(*w.shape), torch.nn.ReLU()]
    model = torch.nn.Sequential(*modules[:-1])
    parameters = model.parameters()
    optimizer = torch.optim.Adam(parameters, lr=RATE, fused=True) if adam else torch.optim.SGD(parameters, lr=RATE)
    loss = torch.nn.CrossEntropyLoss() if classes else torch.nn.MSELoss()
    x, y = torch.from_numpy(inputs), torch.from_numpy(targets)

    def forward(a, t):
        return loss(model(a), t)

    function = torch.compile(forward) if compiled else forward

    def step():
        optimizer.zero_grad()
        function(x, y).backward()
        optimizer.step()

    return step


def jax_step(case, loop):
    import jax
    import jax.numpy as jnp

    inputs, targets, layers, classes, adam = drawn(case)

    def loss(parameters):
        a = inputs
        for i, (w, b) in enumerate(parameters):
            a = a @ w + b
            if i < len(parameters) - 1:
                a = jax.nn.relu(a)
        if classes:
            return -jnp.take_along_axis(jax.nn.log_softmax(a), targets[:, None], 1).mean()
        return ((a - targets) ** 2).mean()

    def update(state):
        parameters, m, v, k = state
        g = jax.grad(loss)(parameters)
        k = k + 1
        if not adam:
            return jax.tree.map(lambda p, q: p - RATE * q, parameters, g), m, v, k
        m = jax.tree.map(lambda a, q: 0.9 * a + 0.1 * q, m, g)
        v = jax.tree.map(lambda a, q: 0.999 * a + 0.001 * q * q, v, g)
        moved = jax.tree.map(
            lambda p, a, c: p - RATE * (a / (1 - 0.9**k)) / (jnp.sqrt(c / (1 - 0.999**k)) + 1e-8), parameters, m, v
        )
        return moved, m, v, k

    if loop:
        function = jax.jit(lambda s: jax.lax.fori_loop(0, LOOP, lambda i, q: update(q), s))
    else:
        function = jax.jit(update, donate_argnums=0)
    zeros = jax.tree.map(jnp.zeros_like, layers)
    state = [jax.tree.map(jnp.array, (layers, zeros, zeros, jnp.float32(0)))]

    def step():
        state[0] = jax.block_until_ready(function(state[0]))

    return step


def numpy_product(case):
    """The matrix that is transposed is stored so, as in Neurite."""
    import numpy as np

    words = case.split()
    rows, inner, columns = map(int, words[1].split("x"))
    form = words[2] if len(words) > 2 else ""
    random = np.random.RandomState(0)
    a = random.randn(*((inner, rows) if form == "AtB" else (rows, inner))).astype("f4")
    b = random.randn(*((columns, inner) if form == "ABt" else (inner, columns))).astype("f4")
    c = np.empty((rows, columns), "f4")
    left, right = (a.T if form == "AtB" else a), (b.T if form == "ABt" else b)
    return lambda: np.matmul(left, right, out=c)


def onnxruntime_prediction(case, threads, model):
    import numpy as np
    import onnxruntime

    sizes, rows = parse(case)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    feed = {session.get_inputs()[0].name: np.random.RandomState(0).randn(rows, sizes[0]).astype("f4")}
    return (lambda: session.run(None, feed)), rows


def sklearn_fit(case):
    """Rows of a few numbers and many indicators, as the table `adult` gives once it is encoded."""
    import warnings

    import numpy as np
    from sklearn.neural_network import MLPClassifier

    warnings.filterwarnings("ignore")
    sizes, batch = parse(case)
    random = np.random.RandomState(0)
    groups = [8, 16, 7, 14, 6, 5, 2, 41]
    inputs = np.zeros((32561, sizes[0]), "f4")
    numbers = sizes[0] - sum(groups)
    inputs[:, :numbers] = random.randn(len(inputs), numbers)
    at = numbers
    for size in groups:
        inputs[np.arange(len(inputs)), at + random.randint(0, size, len(inputs))] = 1
        at += size
    targets = (inputs[:, 0] + inputs[:, 1] + inputs[:, numbers] + random.randn(len(inputs)) > 0.5).astype(int)
    epochs = 2
    model = MLPClassifier(
        tuple(sizes[1:-1]), batch_size=batch, max_iter=epochs, n_iter_no_change=epochs + 1, tol=0, random_state=0
    )
    return (lambda: model.fit(inputs, targets)), epochs


def measure(key, case, threads, seconds, model):
    if case.startswith("gemm"):
        return clock(numpy_product(case), seconds)
    if case.startswith("predict"):
        run, rows = onnxruntime_prediction(case, threads, model)
        return clock(run, seconds, rows)
    if case.startswith("fit"):
        run, epochs = sklearn_fit(case)
        start = time.perf_counter()
        best = float("inf")
        while best == float("inf") or time.perf_counter() - start < seconds:
            began = time.perf_counter()
            run()
            best = min(best, time.perf_counter() - began)
        return best / epochs * 1e6
    if key == "numpy":
        return clock(numpy_step(case), seconds)
    if key in ("torch", "torch-compile"):
        import torch

        torch.set_num_threads(threads)
        return clock(torch_step(case, key == "torch-compile"), seconds)
    loop = key == "jax-loop"
    return clock(jax_step(case, loop), seconds, LOOP if loop else 1)


def main(arguments):
    if arguments == ["list"]:
        return list_peers()
    key, case, threads, seconds = arguments[0], arguments[1], int(arguments[2]), float(arguments[3])
    # before the libraries are loaded, which read them then
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(threads)
    eigen = "true" if threads > 1 else "false"
    os.environ["XLA_FLAGS"] = f"--xla_cpu_multi_thread_eigen={eigen} intra_op_parallelism_threads={threads}"
    os.environ["JAX_PLATFORMS"] = "cpu"
    microseconds = measure(key, case, threads, seconds, arguments[4] if len(arguments) > 4 else None)
    print(key, case, microseconds, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
