package org.dunlin.work.contract;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is done in a program's books, with what the ledger must say in the end. It reckons by
 * itself, so that a played program that reckons wrong is found out, too.
 */
final class Books {
  private static final class Sold {
    private final String customer;
    private final BigDecimal total;
    private String called;
    private final Deque<BigDecimal> paid = new ArrayDeque<>();
    private boolean standing = true;

    Sold(String customer, BigDecimal total) {
      this.customer = customer;
      this.called = customer;
      this.total = total;
    }

    private BigDecimal settled() {
      return paid.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String said(String number) {
      BigDecimal open = total.subtract(settled());
      return standing
          ? "%s of %s: %s, open %s, settled %s"
              .formatted(number, called, total.setScale(2), open.setScale(2), settled().setScale(2))
          : number + " of " + called + ": void";
    }
  }

  private final PlayedVendor vendor;
  private final Map<String, Sold> sold = new TreeMap<>();

  Books(PlayedVendor vendor) {
    this.vendor = vendor;
  }

  /** So many invoices of 100 euro, each to a customer of its own, named after its number. */
  void sellMany(int many) {
    for (int i = 1; i <= many; i++) {
      sell(number(i));
    }
  }

  /** The number of the i-th of them. */
  static String number(int i) {
    return "2026-%04d".formatted(i);
  }

  /** An invoice of 100 euro. */
  void sell(String number) {
    synchronized (vendor) {
      vendor.sell(number, "Customer " + number, "100.00");
    }
    sold.put(number, new Sold("Customer " + number, new BigDecimal("100.00")));
  }

  void pay(String number, String amount) {
    synchronized (vendor) {
      vendor.pay(number, amount);
    }
    booked(number, amount);
  }

  /** The hub made the payment itself. */
  void booked(String number, String amount) {
    of(number).paid.addLast(new BigDecimal(amount));
  }

  /** The hub took the last payment back itself. */
  void takenBack(String number) {
    of(number).paid.removeLast();
  }

  void unpay(String number) {
    synchronized (vendor) {
      vendor.unpay(number);
    }
    of(number).paid.removeLast();
  }

  void voidInvoice(String number) {
    synchronized (vendor) {
      vendor.voidInvoice(number);
    }
    of(number).standing = false;
  }

  /** It is deleted, which the ledger keeps as void. */
  void delete(String number) {
    synchronized (vendor) {
      vendor.delete(number);
    }
    of(number).standing = false;
  }

  /** The customer of an invoice has another name from now on. */
  void rename(String number, String name) {
    synchronized (vendor) {
      vendor.rename(of(number).customer, name);
    }
    of(number).called = name;
  }

  private Sold of(String number) {
    return Objects.requireNonNull(sold.get(number), number);
  }

  /** What the ledger must say, one line an invoice. */
  List<String> said() {
    return sold.entrySet().stream()
        .map(each -> each.getValue().said(vendor.shown(each.getKey())))
        .toList();
  }
}
