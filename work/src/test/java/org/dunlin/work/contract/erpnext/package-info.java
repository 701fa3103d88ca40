/**
 * ERPNext, played as the documentation of Frappe's REST interface and of ERPNext's documents
 * describes it. Requests come in, as they would reach a site. What goes out is what the site would
 * answer, from documents in memory.
 */
@NullMarked
package org.dunlin.work.contract.erpnext;

import org.jspecify.annotations.NullMarked;
