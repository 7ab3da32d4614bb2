"""The rules of each fiscal year, as files, and the library that reads them."""
