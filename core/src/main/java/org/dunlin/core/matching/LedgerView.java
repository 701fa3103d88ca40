package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Invoice;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One company's books as matching reads them, indexed by what a payment can say of a document, so
 * that no payment looks at all of them. It changes as payments take their share: one matching uses
 * one view.
 */
public final class LedgerView {
  /** Earliest due first; without a due date by the day of issue. */
  static final Comparator<Item> EARLIEST_DUE =
      Comparator.<Item>comparingInt(item -> item.due)
          .thenComparingInt(item -> item.issued)
          .thenComparing(item -> item.id);

  /** A key that more documents have names none of them. */
  private static final int MOST_OF_A_KEY = 500;

  /** Customers with no more documents are read through, of others the index is asked. */
  static final int FEW = 64;

  private final Company company;
  private final Item[] items;
  private final NumberKeys numberKeys;
  private final KeyIndex keys = new KeyIndex();
  private final Payers payers;
  private final Names names;
  private final Set<Refusal> refusals;
  private final DebtorNumbers debtorNumbers;
  private final Set<String> ownAccounts = new HashSet<>();
  private final Map<Item, Invoice> naming;
  private final boolean settledKnown;
  private final Map<String, Debtor> debtors;
  private boolean settledAll = true;
  private SettledDocuments settled = new SettledDocuments();
  private final int[] shortest = new int[Kind.values().length];
  private final int[] longest = new int[Kind.values().length];
  private int longestNumber;
  private int longestReference;
  private int longestOrder;

  LedgerView(LedgerViewBuilder builder) {
    this.company = builder.company;
    this.items = builder.items.toArray(new Item[0]);
    this.numberKeys = builder.numberKeys;
    this.names = builder.names;
    this.payers = builder.payers;
    this.refusals = builder.refusals;
    this.debtorNumbers = builder.debtorNumbers;
    this.naming = builder.naming;
    this.settledKnown = builder.settledKnown;
    this.debtors = builder.debtors;
    Arrays.sort(
        items, Comparator.comparing((Item item) -> item.debtor.id).thenComparing(EARLIEST_DUE));
    Arrays.fill(shortest, Integer.MAX_VALUE);
    for (AccountId account : company.accounts()) {
      ownAccounts.add(Payers.normal(account.key()));
    }
    for (int place = 0; place < items.length; place++) {
      index(items[place], place);
    }
    keys.freeze();
    names.freeze();
  }

  /** A builder of the view of this company's books. */
  public static LedgerViewBuilder of(Company company) {
    return new LedgerViewBuilder(company);
  }

  private void index(Item item, int place) {
    if (place == 0 || items[place - 1].debtor != item.debtor) {
      item.debtor.from = place;
    }
    item.debtor.to = place + 1;
    NumberKeys.Keys known = numberKeys.of(item.number);
    add(Kind.NUMBER, known.full(), place);
    add(Kind.NUMBER, known.digits(), place);
    add(Kind.NUMBER, known.bare(), place);
    add(Kind.SERIAL, known.serial(), place);
    longestNumber = Math.max(longestNumber, known.full().length());
    if (item.reference != null) {
      String reference = Text.compact(item.reference);
      add(Kind.REFERENCE, reference, place);
      longestReference = Math.max(longestReference, reference.length());
    }
    if (item.order != null) {
      String order = Text.compact(item.order);
      add(Kind.ORDER, order, place);
      longestOrder = Math.max(longestOrder, order.length());
    }
    if (item.open() > 0) {
      keys.add(hash(item.open(), item.currency), place);
    }
  }

  /** Takes documents of which nothing is open, in place of those that it took before. */
  void settled(List<Invoice> documents, boolean all) {
    settledAll = all;
    settled = new SettledDocuments();
    for (Invoice document : documents) {
      Debtor known = debtors.get(document.customerId());
      Debtor debtor = known == null ? new Debtor(document.customerId()) : known;
      Item item = new Item(document, Money.zero(document.currency()), debtor);
      NumberKeys.Keys number = numberKeys.of(item.number);
      put(Kind.NUMBER, number.full(), item);
      put(Kind.NUMBER, number.digits(), item);
      put(Kind.NUMBER, number.bare(), item);
      String reference = item.reference == null ? "" : Text.compact(item.reference);
      put(Kind.REFERENCE, reference, item);
      settled.longest(number.full().length(), reference.length());
    }
  }

  private void put(Kind kind, @Nullable String key, Item item) {
    if (key != null && tells(key)) {
      settled.put(hash(kind, key), item);
    }
  }

  /** What a key is. */
  enum Kind {
    NUMBER(0),
    SERIAL(1),
    REFERENCE(2),
    ORDER(3);

    private final int place;

    Kind(int place) {
      this.place = place;
    }
  }

  private void add(Kind kind, @Nullable String key, int place) {
    if (key != null && tells(key)) {
      keys.add(hash(kind, key), place);
      shortest[kind.place] = Math.min(shortest[kind.place], key.length());
      longest[kind.place] = Math.max(longest[kind.place], key.length());
    }
  }

  /** A key without a digit is a word, and words stand in every text. */
  private static boolean tells(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (NumberPattern.digit(key.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int hash(Kind kind, String key) {
    return key.hashCode() * 31 + kind.place;
  }

  private static int hash(long amount, CurrencyUnit currency) {
    return Long.hashCode(amount * 0x9E3779B97F4A7C15L) ^ currency.getNumericCode();
  }

  /** All documents known by this key, open or not, earliest due first; none where very many are. */
  List<Item> with(Kind kind, String key) {
    int hash = hash(kind, key);
    List<Item> closed = settled.of(hash);
    int entry = first(kind, key, hash);
    if (entry < 0 && closed.isEmpty()) {
      return List.of();
    }
    List<Item> found = new ArrayList<>(2);
    while (entry >= 0) {
      Item item = items[keys.place(entry)];
      if (bears(item, kind, key)) {
        found.add(item);
        if (found.size() > MOST_OF_A_KEY) {
          return List.of();
        }
      }
      entry = keys.after(entry);
    }
    for (Item item : closed) {
      if (bears(item, kind, key) && found.stream().noneMatch(other -> other.id.equals(item.id))) {
        found.add(item);
      }
    }
    if (found.size() > 1) {
      found.sort(EARLIEST_DUE);
    }
    return found;
  }

  boolean knows(Kind kind, String key) {
    int hash = hash(kind, key);
    return first(kind, key, hash) >= 0 || !settled.of(hash).isEmpty();
  }

  /** Where nothing of the kind is so short, or so long, or a word, memory is not asked. */
  private int first(Kind kind, String key, int hash) {
    int length = key.length();
    return length < shortest[kind.place] || length > longest[kind.place] || !tells(key)
        ? -1
        : keys.first(hash);
  }

  private boolean bears(Item item, Kind kind, String key) {
    return switch (kind) {
      case NUMBER ->
          Text.ascii(item.number) && Text.compactEquals(item.number, key)
              || numberKeys.of(item.number).has(key);
      case SERIAL -> numberKeys.of(item.number).serial().equals(key);
      case REFERENCE -> item.reference != null && Text.compactEquals(item.reference, key);
      case ORDER -> item.order != null && Text.compactEquals(item.order, key);
    };
  }

  /** Documents of this amount when the view was made, whoever's; no more than asked for. */
  List<Item> withAmount(long amount, CurrencyUnit currency, int most) {
    List<Item> found = new ArrayList<>(2);
    int looked = 0;
    for (int entry = keys.first(hash(amount, currency));
        entry >= 0 && found.size() < most && looked < MOST_OF_A_KEY;
        entry = keys.after(entry)) {
      Item item = items[keys.place(entry)];
      looked++;
      if (item.open() == amount && item.currency.equals(currency)) {
        found.add(item);
      }
    }
    return found;
  }

  /** The documents of a customer, earliest due first. */
  List<Item> of(Debtor debtor) {
    return Arrays.asList(items).subList(debtor.from, debtor.to);
  }

  /** The open credit notes of a customer in a currency, of no more than the first documents. */
  List<Item> notes(Debtor debtor, CurrencyUnit currency) {
    List<Item> notes = new ArrayList<>();
    int last = Math.min(debtor.to, debtor.from + MOST_OF_A_KEY);
    for (int place = debtor.from; place < last; place++) {
      if (items[place].creditable() && items[place].currency.equals(currency)) {
        notes.add(items[place]);
      }
    }
    return notes;
  }

  /** All open credit notes, whoever's; in no order that means anything. */
  List<Item> notes() {
    return Arrays.stream(items).filter(Item::creditable).toList();
  }

  boolean refused(String paymentId, Item item) {
    return !refusals.isEmpty() && refusals.contains(new Refusal(paymentId, item.id));
  }

  Set<Refusal> refusals() {
    return refusals;
  }

  /** The credit notes that name the invoices that they are for. */
  Map<Item, Invoice> naming() {
    return naming;
  }

  Company company() {
    return company;
  }

  NumberKeys numberKeys() {
    return numberKeys;
  }

  Payers payers() {
    return payers;
  }

  Names names() {
    return names;
  }

  /** Whether a number that no document here has is no document's. */
  boolean settledKnown() {
    return settledKnown && settledAll;
  }

  DebtorNumbers debtorNumbers() {
    return debtorNumbers;
  }

  boolean ownAccount(@Nullable AccountId account) {
    return account != null && ownAccounts.contains(Payers.normal(account.key()));
  }

  int longestNumber() {
    return Math.max(longestNumber, settled.longestNumber());
  }

  int longestOrder() {
    return longestOrder;
  }

  int longestReference() {
    return Math.max(longestReference, settled.longestReference());
  }
}
