#!/usr/bin/env python3
"""What PyTorch computes for its recurrent nets: outputs, and gradients of every weight and every input.

Run: python3 make_fixtures.py        (needs torch; it writes *.txt beside itself; the tests only read those)

The loss is the mean over the examples of sum(output * coefficients), from h0 = 0 (and c0 = 0). All that a net is given
is a float32, and all that it computes is float64, so that a float32 implementation is compared with exact values.

A file is a list of tables. Each begins with "name rows columns"; then comes one line a row. Names are PyTorch's, with
the gate after a dot: weight_ih.i [H, X], weight_hh.i [H, H], bias_ih.i [H, 1], bias_hh.i [H, 1]. Example n has
inputs.n [T, X], outputs.n [T, H], coefficients.n [T, H] and gradient.inputs.n; a weight has gradient.<name>."""
import pathlib

import numpy
import torch

EXAMPLES = 3
# PyTorch stacks the gates of a net in one matrix, in this order.
NETS = {
    "rnn-tanh": (lambda x, h: torch.nn.RNN(x, h, nonlinearity="tanh"), "h"),
    "rnn-relu": (lambda x, h: torch.nn.RNN(x, h, nonlinearity="relu"), "h"),
    "lstm": (torch.nn.LSTM, "ifgo"),
    "gru": (torch.nn.GRU, "rzn"),
}
# One size that fits in a block of 16 lanes, and one that ends one lane into the second.
SIZES = [(3, 5, 7), (2, 17, 5)]


def main():
    for name, (create, gates) in NETS.items():
        for x, h, steps in SIZES:
            torch.manual_seed(x * 100 + h)
            tables = compute(create(x, h), gates, x, h, steps)
            path = pathlib.Path(__file__).with_name(f"{name}-{x}-{h}.txt")
            path.write_text("".join(text(*table) for table in tables), newline="\n")


def compute(net, gates, x, h, steps):
    for parameter in net.parameters():
        torch.nn.init.uniform_(parameter, -0.8, 0.8)
    inputs, coefficients = torch.randn(steps, EXAMPLES, x), torch.randn(steps, EXAMPLES, h)

    net = net.double()
    inputs = inputs.double().requires_grad_()
    outputs, _ = net(inputs)
    (outputs * coefficients.double()).sum(dim=(0, 2)).mean().backward()

    for name, parameter in net.named_parameters():
        name = name.replace("_l0", "")
        for i, gate in enumerate(gates):
            rows = slice(i * h, (i + 1) * h)
            yield f"{name}.{gate}", parameter[rows], numpy.float32
            yield f"gradient.{name}.{gate}", parameter.grad[rows], numpy.float64
    for n in range(EXAMPLES):
        yield f"inputs.{n}", inputs[:, n], numpy.float32
        yield f"coefficients.{n}", coefficients[:, n], numpy.float32
        yield f"outputs.{n}", outputs[:, n], numpy.float64
        yield f"gradient.inputs.{n}", inputs.grad[:, n], numpy.float64


def text(name, values, number):
    values = values.detach().numpy().astype(number)
    values = values.reshape(len(values), -1)
    lines = [f"{name} {values.shape[0]} {values.shape[1]}", *(" ".join(map(str, row)) for row in values)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
