"""The incident journal: one encrypted store and one small key file, without Qt and without sentences.

The contract is `docs/journal.md`: what the files hold, byte for byte, and why. Nothing in here imports SQLite or
libsodium before a journal is opened: Home does not wait for them.
"""
