"""Run by itself, as a program: what pdfium reads in one PDF, as JSON. Imports nothing of the house.

Arguments: the file, the most pages that are read, and the pixels of a large picture.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

WRONG_PASSWORD = 4  # pdfium's number for it


def look(path: str, most_pages: int, a_picture: int) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        return {"locked": getattr(error, "err_code", None) == WRONG_PASSWORD, "count": 0}
    texts, pictures = [], []
    for number in range(min(len(document), most_pages)):
        page = document[number]
        texts.append(page.get_textpage().get_text_bounded())
        images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
        sizes = (image.get_px_size() for image in images)
        if sum(wide * high for wide, high in sizes) >= a_picture:
            pictures.append(number + 1)
    title = document.get_metadata_dict().get("Title", "")
    return {"locked": False, "count": len(document), "title": title, "texts": texts, "pictures": pictures}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(look(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
