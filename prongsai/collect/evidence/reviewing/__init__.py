"""The assessors' side: who judges what, the marks, the office's reply, the decision."""
