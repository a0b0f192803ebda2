// The first sheet of a bill's workbook: a row for each month, a column for each state, all of them
// formulas over the sheet of shares.
#pragma once

#include "report/bill_export/bill_rows.hpp"
#include "report/bill_export/xlsx_sheet.hpp"

#include <vector>

namespace reentry::report {

// `shares_end`: the last line of the sheet of shares.
void write_xlsx_summary(lxw_worksheet* sheet, const Bill& bill, const std::vector<BillRow>& rows,
                        const XlsxFormats& formats, unsigned shares_end);

}  // namespace reentry::report
