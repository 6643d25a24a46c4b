#!/usr/bin/env python3
"""Writes optimizers.txt: what PyTorch's optimizers make of 16 parameters over 8 steps of known gradients.
The gradients are g = sin(1 + 3 * step + parameter) * 10 ** (parameter % 4 - 2), the parameters begin at cos(parameter), in
float32 after being computed in double. One line for a case: name, then the 16 parameters after the last step.
Run: /usr/bin/python3 optimizers.py > optimizers.txt   (PyTorch 1.13.0)"""
import math
import torch

CASES = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "sgd momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "sgd nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01, eps=1e-7),
    "adam betas": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.5, 0.75), eps=1e-2),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-7),
    "rmsprop momentum": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.99, eps=1e-2, momentum=0.5),
}

for name, create in CASES.items():
    p = torch.tensor([math.cos(i) for i in range(16)], requires_grad=True)
    optimizer = create([p])
    for step in range(8):
        p.grad = torch.tensor([math.sin(1 + 3 * step + i) * 10 ** (i % 4 - 2) for i in range(16)])
        optimizer.step()
    print(name, *(f"{x:.9g}" for x in p.tolist()), sep="\t")
