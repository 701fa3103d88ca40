package org.dunlin.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How often one address may call. */
class CallLimitTest {
  private final CallLimit limit = CallLimit.ofAddress(3, new Refusals());

  @Test
  void eachAnswerSaysHowOftenStillAndOneMoreHasToWait() throws ServletException, IOException {
    MockHttpServletResponse first = answer("192.0.2.1");
    answer("192.0.2.1");
    MockHttpServletResponse last = answer("192.0.2.1");
    MockHttpServletResponse tooMany = answer("192.0.2.1");

    assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=3;w=60");
    assertThat(first.getHeader("RateLimit")).startsWith("\"address\";r=2;t=");
    assertThat(last.getStatus()).isEqualTo(200);
    assertThat(last.getHeader("RateLimit")).startsWith("\"address\";r=0;t=");
    assertThat(tooMany.getStatus()).isEqualTo(429);
    assertThat(tooMany.getContentType()).isEqualTo("application/problem+json");
    assertThat(tooMany.getContentAsString())
        .contains("urn:dunlin:problem:too-many-requests", "more than 3 times");
    assertThat(Integer.parseInt(tooMany.getHeader("Retry-After"))).isBetween(1, 60);
    assertThat(tooMany.getHeader("RateLimit"))
        .isEqualTo("\"address\";r=0;t=" + tooMany.getHeader("Retry-After"));
  }

  @Test
  void whoCallsFromElsewhereDoesNotSuffer() throws ServletException, IOException {
    for (int i = 0; i < 4; i++) {
      answer("192.0.2.1");
    }

    assertThat(answer("192.0.2.2").getStatus()).isEqualTo(200);
  }

  @Test
  void oneMachineHasOneNetworkOfTheNewerAddresses() throws ServletException, IOException {
    answer("2001:db8:1:2:3:4:5:6");
    answer("2001:db8:1:2:3:4:5:7");
    answer("2001:db8:1:2:ffff::1");

    assertThat(answer("2001:db8:1:2::9").getStatus()).isEqualTo(429);
    assertThat(answer("2001:db8:1:3::9").getStatus()).isEqualTo(200);
  }

  @Test
  void ofMoreThanItRemembersItForgetsWhoAskedLongestAgo() throws ServletException, IOException {
    for (int i = 0; i < 4; i++) {
      answer("192.0.2.1");
    }
    for (int i = 0; i < 20_000; i++) {
      answer("198.18." + (i >> 8) + "." + (i & 0xff));
    }

    assertThat(answer("192.0.2.1").getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse answer(String address) throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/companies");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
