"""What a file of evidence says of itself to whoever opens it."""

from __future__ import annotations

from prongsai.collect.evidence.recording.manifest import Manifest
from prongsai.core.text import Text

PROVES = Text(
    th="โปรแกรมตรวจได้รับไบต์เหล่านี้จากที่อยู่เหล่านี้ตามเวลาของโปรแกรมตรวจ และไบต์เหล่านี้มีอยู่แล้วไม่ช้ากว่าเวลาที่ประทับ"
    " หลังจากนั้นไม่มีการแก้ไข",
    en="The checker received these bytes from these addresses, by its own word and clock; they existed no"
    " later than the time stamp says, and nothing was changed since.",
)
PROVES_NOT = Text(
    th="ไม่ได้พิสูจน์ว่าเครื่องแม่ข่ายปลายทางปฏิเสธไม่ได้ (HTTPS ไม่ได้ลงลายมือชื่อในเนื้อหา)"
    " ว่าผู้อื่นเห็นหน้าเดียวกันในเวลานั้น หรือว่าเนื้อหานั้นเป็นความจริง",
    en="It does not prove that the other server cannot deny it (HTTPS signs no content), that others saw the"
    " same at that time, or that what the page says is true.",
)
_README = """\
หลักฐานการเปิดเผยข้อมูล / Evidence of what was shown
{office} · {assessment} · {item} · {made_at}

ภาษาไทย
-------
ไฟล์นี้เก็บสิ่งที่โปรแกรมตรวจได้รับจากเว็บไซต์ของหน่วยงานในการตรวจหนึ่งครั้ง พร้อมสิ่งที่ใช้พิสูจน์
{proves_th}
{proves_not_th}

วิธีตรวจโดยไม่ต้องต่ออินเทอร์เน็ต:
  prongsai evidence verify ไฟล์นี้.zip --roots ใบรับรองหลักของผู้ประทับเวลา.pem
หรือใช้เพียง OpenSSL หลังแตกไฟล์ (NUMBER คือหมายเลข {number:06}):
  openssl ts -verify -data manifest.json -in stamps/NUMBER-1.tsr -CAfile roots.pem
  openssl dgst -sha256 capture.warc.gz      ต้องตรงกับ "archive" ใน manifest.json
ถ้าไม่มีตราประทับของหมายเลขนี้ ให้ตรวจตราของหมายเลขถัดไปใน chain/ ซึ่งอ้างถึงค่าแฮชของรายการก่อนหน้า ("previous")
รับใบรับรองหลักจากผู้ประทับเวลาโดยตรง อย่าใช้ใบที่ผู้ส่งไฟล์นี้ให้มา ไฟล์ README นี้ไม่ใช่ส่วนหนึ่งของการพิสูจน์

English
-------
This file holds what the checker received from an office's site in one look, and what proves it.
{proves_en}
{proves_not_en}

To verify it without a network:
  prongsai evidence verify THIS.zip --roots ROOT-CERTIFICATES-OF-THE-AUTHORITIES.pem
or with OpenSSL alone, once unpacked (NUMBER is {number:06}):
  openssl ts -verify -data manifest.json -in stamps/NUMBER-1.tsr -CAfile roots.pem
  openssl dgst -sha256 capture.warc.gz      must be "archive" in manifest.json
Where this number has no stamp, verify the stamp of a later one in chain/: each names the sha256 of the one
before it ("previous"). Get the root certificates from the authorities themselves, not from whoever sent you
this file. This README is no part of the proof.
"""


def readme(manifest: Manifest) -> str:
    return _README.format(
        office=manifest.office,
        assessment=manifest.assessment,
        item=manifest.item,
        made_at=manifest.made_at,
        number=manifest.number,
        proves_th=PROVES.th,
        proves_en=PROVES.en,
        proves_not_th=PROVES_NOT.th,
        proves_not_en=PROVES_NOT.en,
    )
