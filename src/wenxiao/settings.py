"""The constants every room shares: versions and limits. Each limit names what it protects."""

from __future__ import annotations

ENGINE_VERSION = "0.1.0"

# A department-year is small; what is far beyond is a wrong file or an attack.
MAX_WORKBOOK_BYTES = 64 * 1024 * 1024
MAX_UNPACKED_BYTES = 256 * 1024 * 1024
MAX_ROWS_PER_SHEET = 200_000
MAX_DECLARATION_BYTES = 1024 * 1024
MAX_NARRATIVE_BYTES = 4 * 1024 * 1024
MAX_DOCUMENT_BYTES = 64 * 1024 * 1024
# Amounts above 10^14 fen (1 万亿元) are no department's money and would leave 64-bit integers.
MAX_AMOUNT_YUAN = 1_000_000_000_000
# XML packs to a twentieth; a file that swells far beyond that was made to fill the memory.
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_INFLATION = 250
# LibreOffice needs seconds for a report; one that takes longer is stuck.
MAX_CONVERSION_SECONDS = 120
# A report has some hundred pages; beyond this it is a collection, or an attack.
MAX_PDF_PAGES = 2000
