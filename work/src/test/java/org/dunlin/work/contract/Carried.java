package org.dunlin.work.contract;

import java.util.Locale;
import java.util.function.Supplier;
import org.dunlin.work.contract.erpnext.PlayedErpNext;
import org.dunlin.work.contract.odoo.PlayedOdoo;
import org.dunlin.work.contract.quickbooks.PlayedQuickBooks;
import org.dunlin.work.contract.sandboxed.PlayedExact;
import org.dunlin.work.contract.sandboxed.PlayedMoneybird;
import org.dunlin.work.contract.sandboxed.PlayedXero;

/** The programs that the hub carries along, each with who plays it. */
enum Carried {
  LEXWARE_OFFICE("lexware-office", PlayedLexware::new),
  STRIPE("stripe", PlayedStripe::new),
  QUICKBOOKS_ONLINE("quickbooks-online", PlayedQuickBooks::new),
  ODOO_JSON_2("odoo", PlayedOdoo::json2),
  ODOO_JSON_RPC("odoo", PlayedOdoo::jsonRpc),
  ERPNEXT("erpnext", PlayedErpNext::new),
  XERO("xero", PlayedXero::new),
  EXACT_ONLINE("exact-online", PlayedExact::new),
  MONEYBIRD("moneybird", PlayedMoneybird::new);

  private final String folder;
  private final Supplier<PlayedVendor> player;

  Carried(String folder, Supplier<PlayedVendor> player) {
    this.folder = folder;
    this.player = player;
  }

  /** The name of its folder. */
  String folder() {
    return folder;
  }

  /** The program with empty books. */
  PlayedVendor play() {
    return player.get();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
