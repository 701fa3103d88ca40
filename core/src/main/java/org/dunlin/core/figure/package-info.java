/**
 * How quickly a company is paid, as one figure each. In come what is open, what of it is not due,
 * and what was sold by calendar month. Out go days and shares, or why they are not known.
 */
@NullMarked
package org.dunlin.core.figure;

import org.jspecify.annotations.NullMarked;
