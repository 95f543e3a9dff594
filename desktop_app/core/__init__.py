"""What the program knows and decides: plain Python, without Qt, without a network, without sentences for people."""
