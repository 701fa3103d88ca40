package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Promise;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Facts for one company, put together piece by piece; what is taken as done joins the past. */
final class Scene {
  final List<Customer> customers = new ArrayList<>();
  final List<OpenInvoice> invoices = new ArrayList<>();
  final List<Action> past = new ArrayList<>();
  final List<Hold> holds = new ArrayList<>();
  final List<Promise> promises = new ArrayList<>();
  final List<Dispute> disputes = new ArrayList<>();
  final List<Arrangement> arrangements = new ArrayList<>();
  final List<Plan> plans = new ArrayList<>();
  final Map<String, LocalDate> began = new HashMap<>();
  Company company = company(null);

  /** A scene with the standard plan and customer c-1. */
  static Scene standard() {
    return with(StandardPlan.plan());
  }

  static Scene with(Plan... plans) {
    Scene scene = new Scene();
    scene.plans.addAll(List.of(plans));
    scene.customers.add(customer("c-1"));
    return scene;
  }

  static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  static Money money(String amount) {
    return Money.parse(amount);
  }

  static Company company(@Nullable Integer paymentTermDays) {
    return company("acme", paymentTermDays, Map.of());
  }

  static Company company(
      String id, @Nullable Integer paymentTermDays, Map<CurrencyUnit, Money> tolerance) {
    return new Company(
        id,
        "Acme B.V.",
        "NL",
        ZoneId.of("Europe/Amsterdam"),
        "en",
        CurrencyUnit.EUR,
        List.of(),
        null,
        true,
        paymentTermDays,
        tolerance,
        null,
        null);
  }

  static Customer customer(String id) {
    return customer(id, id + "@example.org", null, null);
  }

  static Customer customer(
      String id, @Nullable String email, @Nullable String plan, @Nullable Integer paymentTermDays) {
    Address address = new Address("Dam 1", "1012JS", "Amsterdam", "NL");
    return customer(id, email, address, plan, paymentTermDays);
  }

  static Customer withoutAddress(String id) {
    return customer(id, id + "@example.org", (Address) null, null, null);
  }

  private static Customer customer(
      String id,
      @Nullable String email,
      @Nullable Address address,
      @Nullable String plan,
      @Nullable Integer paymentTermDays) {
    return new Customer(
        id,
        null,
        "Customer " + id,
        email,
        "+31201234567",
        address,
        "en",
        null,
        null,
        List.of(),
        false,
        List.of(),
        plan,
        paymentTermDays,
        null);
  }

  static Invoice creditNote(String id, String customer, String dueDate, String total) {
    Invoice like = invoice(id, customer, dueDate, total);
    return new Invoice(
        id,
        like.number(),
        InvoiceKind.CREDIT_NOTE,
        customer,
        like.issueDate(),
        like.dueDate(),
        null,
        like.total(),
        like.outstanding(),
        InvoiceStatus.OPEN,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  static Invoice invoice(String id, String customer, @Nullable String dueDate, String total) {
    LocalDate due = dueDate == null ? null : day(dueDate);
    LocalDate issued = due == null ? day("2026-11-01") : due.minusDays(30);
    return invoice(id, customer, issued, due, money(total), InvoiceStatus.OPEN, List.of());
  }

  static Invoice invoice(
      String id,
      String customer,
      LocalDate issued,
      @Nullable LocalDate due,
      Money total,
      InvoiceStatus status,
      List<Instalment> instalments) {
    return new Invoice(
        id,
        "N-" + id,
        InvoiceKind.INVOICE,
        customer,
        issued,
        due,
        null,
        total,
        total,
        status,
        null,
        null,
        null,
        instalments,
        List.of(),
        List.of(),
        null);
  }

  Scene open(String id, String customer, @Nullable String dueDate, String open) {
    invoices.add(new OpenInvoice(invoice(id, customer, dueDate, open), money(open)));
    return this;
  }

  Scene held(Hold hold) {
    holds.add(hold);
    return this;
  }

  DunningFacts facts() {
    return new DunningFacts(
        company, customers, invoices, past, holds, promises, disputes, arrangements, plans, began);
  }

  List<Action> on(String day) {
    return on(day(day));
  }

  List<Action> on(LocalDate day) {
    return Dunning.actionsOn(day, facts());
  }

  /** Runs a day and takes what is DUE into the past in the given state. */
  List<Action> run(LocalDate day, ActionState state) {
    List<Action> actions = on(day);
    actions.stream()
        .filter(action -> action.state() == ActionState.DUE)
        .map(action -> in(state, action))
        .forEach(past::add);
    return actions;
  }

  List<Action> send(String day) {
    return run(day(day), ActionState.SENT);
  }

  static Action in(ActionState state, Action action) {
    return new Action(
        action.id(),
        action.customerId(),
        action.plan(),
        action.step(),
        action.channel(),
        action.on(),
        state,
        action.items(),
        action.holds());
  }
}
