package org.dunlin.connectors.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of a manifest must say about each other. */
final class ManifestRules {
  private final Manifest manifest;
  private final Reading reading;

  private ManifestRules(Manifest manifest, Reading reading) {
    this.manifest = manifest;
    this.reading = reading;
  }

  /** Notes what does not hold. */
  static void check(Manifest manifest, Reading reading) {
    ManifestRules rules = new ManifestRules(manifest, reading);
    rules.capabilities();
    manifest.streams().forEach(rules::stream);
    Totals totals = manifest.totals();
    if (totals != null && totals.rows().request() != null) {
      rules.paged(
          totals.rows(), totals.rows().request(), totals.rows().paging(), "/totals/request");
    }
    Pay pay = manifest.pay();
    if (pay != null) {
      rules.pay(pay);
    }
    Webhooks webhooks = manifest.webhooks();
    if (webhooks != null) {
      rules.wants("/webhooks/wants", webhooks.wants());
    }
  }

  /** What is declared is there, and what is there is declared. */
  private void capabilities() {
    Map<Capability, String> there = new HashMap<>();
    for (Stream stream : manifest.streams()) {
      stream.gives().forEach(each -> there.putIfAbsent(each, place(stream, "gives")));
      if (stream.documents() != null) {
        there.putIfAbsent(Capability.READ_DOCUMENTS, place(stream, "documents"));
      }
    }
    manifest
        .effects()
        .forEach(effect -> there.putIfAbsent(effect.capability(), section(effect) + effect.name()));
    if (manifest.webhooks() != null) {
      there.put(Capability.WEBHOOK, "/webhooks");
    }
    if (manifest.totals() != null) {
      there.put(Capability.READ_TOTALS, "/totals");
    }
    for (Capability declared : manifest.capabilities()) {
      if (!there.containsKey(declared)) {
        reading.fault("/capabilities", declared.word() + " is declared, and " + missing(declared));
      }
    }
    there.forEach(
        (capability, place) -> {
          if (!manifest.capabilities().contains(capability)) {
            reading.fault(
                place, capability.word() + " is there and not declared under capabilities.");
          }
        });
  }

  private static String section(Effect effect) {
    return effect.capability().word().startsWith("pay.") ? "/pay/" : "/effects/";
  }

  /** What a provider says of a checkout is fetched, and its money is on an account of its own. */
  private void pay(Pay pay) {
    Stream stream = manifest.stream(pay.stream()).orElse(null);
    if (stream == null) {
      reading.fault("/pay/stream", "there is no stream " + pay.stream() + ".");
    } else if (stream.fetch() == null || stream.mapping() == null) {
      reading.fault(
          "/pay/stream",
          "the stream "
              + pay.stream()
              + " has a fetch and a mapping, which say how one checkout stands.");
    }
    if (!manifest.capabilities().contains(Capability.PAY_CHECKOUT)) {
      reading.fault("/pay", "who has a section pay takes payments: pay/checkout says how.");
    }
    if (!manifest.capabilities().contains(Capability.READ_PAYMENTS)) {
      reading.fault("/pay", "a stream of a provider gives read.payments.");
    }
    for (Pay.TestSign sign : pay.test()) {
      if (manifest.setting(sign.setting()).isEmpty()) {
        reading.fault("/pay/test", "there is no setting " + sign.setting() + ".");
      }
    }
  }

  private static String missing(Capability declared) {
    return switch (declared) {
      case READ_CUSTOMERS, READ_INVOICES, READ_CREDIT_NOTES, READ_PAYMENTS, READ_ALLOCATIONS ->
          "no stream gives it.";
      case READ_DOCUMENTS -> "no stream has documents.";
      case READ_TOTALS -> "there is no section totals.";
      case PUSH_PAYMENT,
          PUSH_PAYMENT_REVERSAL,
          PUSH_FEE,
          PUSH_NOTE,
          PUSH_PAYMENT_LINK,
          PUSH_STATUS,
          SEND_TEXT ->
          "no effect is it.";
      case PAY_CHECKOUT, PAY_LINK, PAY_LINK_CANCEL, PAY_REFUND, PAY_CANCEL, PAY_MANDATE ->
          "the section pay does not say how.";
      case WEBHOOK -> "there is no section webhooks.";
    };
  }

  private void stream(Stream stream) {
    RequestTemplate request = stream.request();
    if (request == null && stream.fetch() == null) {
      fault(stream, null, "a stream has a request, or a fetch where its objects are only wanted.");
    }
    if ((request == null) != (stream.every() == null)) {
      fault(stream, "every", "a stream with a request says every, and no other does.");
    }
    if (stream.gives().isEmpty() != (stream.mapping() == null)) {
      fault(stream, null, "gives and mapping come together.");
    }
    if (stream.gives().stream().anyMatch(each -> !ofStreams(each))) {
      fault(stream, "gives", "a stream gives what is read.");
    }
    if (stream.mapping() == null && stream.wants().isEmpty() && stream.of() == null) {
      fault(stream, null, "without a mapping a stream has wants, or of: it leads to something.");
    }
    other(stream, "of", stream.of());
    wants(place(stream, "wants"), stream.wants());
    if (request != null) {
      paged(stream, request, stream.paging(), place(stream, "request"));
      cursor(stream, request);
    }
    Sweep sweep = stream.sweep();
    if (sweep != null && !sweep.request().equals(request)) {
      paged(stream, sweep.request(), sweep.paging(), place(stream, "sweep") + "/request");
    }
    Fetch fetch = stream.fetch();
    if (fetch != null && !Requested.names(fetch.request()).contains("key")) {
      fault(stream, "fetch", "a fetch asks for {key}.");
    }
  }

  private static boolean ofStreams(Capability capability) {
    return capability.word().startsWith("read.") && capability != Capability.READ_TOTALS;
  }

  private void paged(Stream stream, RequestTemplate request, Paging paging, String place) {
    String needed = PagingFields.needed(paging);
    Set<String> names = Requested.names(request);
    if (needed != null && !names.contains(needed)) {
      reading.fault(
          place, "each page would be the first, since {" + needed + "} is not in the request.");
    }
    if (paging instanceof Paging.LastKey last && last.size() == 0 && stream.more() == null) {
      reading.fault(place, "without a size or more nobody knows which page is the last.");
    }
  }

  private void cursor(Stream stream, RequestTemplate request) {
    boolean asked = Requested.names(request).contains("cursor");
    Cursor cursor = stream.cursor();
    if (asked && cursor == null) {
      fault(stream, "request", "{cursor} is in the request, and the stream has no cursor.");
    }
    if (cursor != null && !asked && !cursor.descending()) {
      fault(stream, "cursor", "the stream has a cursor, and {cursor} is not in its request.");
    }
    if (cursor != null
        && cursor.from() instanceof Cursor.From.Version
        && stream.version() == null) {
      fault(
          stream,
          "cursor",
          "the cursor is the highest version, and the stream has none; say version, or value, reply"
              + " or started.");
    }
  }

  private void wants(String place, List<Wanting> wants) {
    for (int index = 0; index < wants.size(); index++) {
      String name = wants.get(index).stream();
      Stream wanted = manifest.stream(name).orElse(null);
      if (wanted == null) {
        reading.fault(place + "/" + index, "there is no stream " + name + ".");
      } else if (wanted.fetch() == null) {
        reading.fault(
            place + "/" + index,
            "the stream " + name + " has no fetch, so nothing of it is wanted.");
      }
    }
  }

  private void other(Stream stream, String field, @Nullable String name) {
    if (name != null && manifest.stream(name).isEmpty()) {
      fault(stream, field, "there is no stream " + name + ".");
    }
  }

  private void fault(Stream stream, @Nullable String field, String sentence) {
    reading.fault(place(stream, field), sentence);
  }

  private static String place(Stream stream, @Nullable String field) {
    return "/streams/" + stream.name() + (field == null ? "" : "/" + field);
  }
}
