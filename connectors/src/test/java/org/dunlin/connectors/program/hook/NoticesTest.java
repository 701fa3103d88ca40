package org.dunlin.connectors.program.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.hook.Callers.call;
import static org.dunlin.connectors.program.hook.Callers.hooks;
import static org.dunlin.connectors.program.hook.Callers.keyed;

import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.pull.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What notices lead to. */
class NoticesTest {
  private static final Hooks MANY =
      hooks(
          """
          verify: {kind: none}
          events: .events
          event: .id
          wants:
            - {when: '.type == "INVOICE" and .tenant == $settings.tenant', stream: invoices, key: .key}
            - {when: '.type == "PAYMENT"', stream: payments, key: .key, with: {tenant: .tenant}}
          """);

  @Test
  void eachEventWantsItsObject() {
    assertThat(
            notices(
                MANY,
                """
                {"events":[
                  {"id":"e-1","type":"INVOICE","tenant":"t-1","key":"i-1"},
                  {"id":"e-2","type":"PAYMENT","tenant":"t-1","key":"p-1"},
                  {"id":"e-3","type":"CONTACT","tenant":"t-1","key":"c-1"}]}
                """))
        .containsExactly(
            new Notice("e-1", List.of(new Wanted("invoices", "i-1", Map.of()))),
            new Notice("e-2", List.of(new Wanted("payments", "p-1", Map.of("tenant", "t-1")))),
            new Notice("e-3", List.of()));
  }

  @Test
  void whatIsOfAnotherTenantOfTheAppIsOfNoMatter() {
    assertThat(
            notices(
                MANY,
                "{\"events\":[{\"id\":\"e-1\",\"type\":\"INVOICE\",\"tenant\":\"t-2\",\"key\":\"i\"}]}"))
        .containsExactly(new Notice("e-1", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"events\":[]}", "{}", "{\"events\":null}"})
  void aCallMayBringNothing(String body) {
    assertThat(notices(MANY, body)).isEmpty();
  }

  @Test
  void withoutEventsTheBodyIsOne() {
    Hooks one =
        hooks(
            """
            verify: {kind: none}
            wants:
              - {stream: invoices, key: .id}
            """);
    assertThat(notices(one, "{\"id\":7}"))
        .containsExactly(new Notice(null, List.of(new Wanted("invoices", "7", Map.of()))));
  }

  @Test
  void aBodyMayBeAForm() {
    Hooks form =
        hooks(
            """
            verify: {kind: none}
            wants:
              - {stream: payments, key: .id}
            """);
    HookVerdict verdict =
        form.read(
            call(
                "id=tr_%C3%A91+2&%zz=%&empty",
                "Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
            keyed("s"),
            Callers.NOW);
    assertThat(((HookVerdict.Notices) verdict).notices())
        .containsExactly(new Notice(null, List.of(new Wanted("payments", "tr_é1 2", Map.of()))));
  }

  @Test
  void theSameBodyAtTwoChangesIsTwoNotices() {
    String body = "{\"id\":\"tr_1\"}";
    Hooks one = hooks("verify: {kind: none}\nwants: [{stream: payments, key: .id}]\n");
    assertThat(notices(one, body)).isEqualTo(notices(one, body)).hasSize(1);
  }

  @Test
  void aGenuineCallThatCannotBeReadIsNotANotice() {
    assertThat(MANY.read(call("no json"), keyed("s"), Callers.NOW))
        .isInstanceOf(HookVerdict.Unreadable.class);
  }

  private static List<Notice> notices(Hooks hooks, String body) {
    HookVerdict verdict = hooks.read(call(body), keyed("s"), Callers.NOW);
    assertThat(verdict).isInstanceOf(HookVerdict.Notices.class);
    return ((HookVerdict.Notices) verdict).notices();
  }
}
