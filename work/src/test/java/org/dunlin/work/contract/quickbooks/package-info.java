/**
 * QuickBooks Online, played as Intuit's reference describes it. Requests come in, as they would
 * reach its servers. What goes out is what those would answer, from books in memory.
 */
@NullMarked
package org.dunlin.work.contract.quickbooks;

import org.jspecify.annotations.NullMarked;
