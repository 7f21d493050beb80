"""What the owner of a library of templates sees: pages, tables and a list of decisions.

    written = write_report(library, folder)      # index.html, skabeloner/, fund.csv, fund.jsonl …

`index.html` opens from a share, needs no network, and shows the heaviest first; every template has
a page below `skabeloner/`. Personal data is covered unless `show_names`. The texts themselves stay
in `data/`, which the report does not need.
"""

from traek.audit.report.tables import TABLES
from traek.audit.report.writing import Written, write_report

__all__ = ["TABLES", "Written", "write_report"]
