/**
 * How quickly companies are paid. In comes a company and its business date. Out go figures of each
 * currency, from what is kept: no ledger is read.
 */
@NullMarked
package org.dunlin.work.figure;

import org.jspecify.annotations.NullMarked;
