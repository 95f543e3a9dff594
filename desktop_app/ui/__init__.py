"""What people see, hear and press: all of Qt and all sentences. Uses `core`; knows nothing of `app`."""
