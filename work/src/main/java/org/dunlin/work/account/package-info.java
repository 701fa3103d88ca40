/**
 * Statements of account. In come a customer and a period. Out go the account as the ledger holds
 * it, and files of it: a letter as PDF, a workbook, CSV.
 */
@NullMarked
package org.dunlin.work.account;

import org.jspecify.annotations.NullMarked;
