package org.dunlin.work.contract;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.dunlin.work.contract.PlayedVendor.Topic;
import org.jspecify.annotations.Nullable;

/** The wire to a played program, on which what a case plans goes wrong, each thing once. */
final class PlayedWire implements Wire {
  private static final int UNAUTHORISED = 401;

  /** What happens to a request in place of being answered. */
  @FunctionalInterface
  interface Twist {
    HttpReply of(HttpCall call, PlayedVendor vendor) throws NotSent, NoReply;
  }

  private static final class Plan {
    private final Topic topic;
    private int before;
    private final Twist twist;

    Plan(Topic topic, int before, Twist twist) {
      this.topic = topic;
      this.before = before;
      this.twist = twist;
    }
  }

  private final PlayedVendor vendor;
  private final Deque<Plan> plans = new ArrayDeque<>();
  private final List<Topic> asked = new ArrayList<>();
  private @Nullable HttpReply remembered;
  private CountDownLatch refused = new CountDownLatch(0);

  PlayedWire(PlayedVendor vendor) {
    this.vendor = vendor;
  }

  /** Lets something happen to the n-th request from now, counted from 1, about this. */
  synchronized void at(Topic topic, int nth, Twist twist) {
    plans.add(new Plan(topic, nth - 1, twist));
  }

  /** Whether all that was planned has happened. */
  synchronized boolean allHappened() {
    return plans.isEmpty();
  }

  /** How many requests there were. */
  synchronized int asked() {
    return asked.size();
  }

  /** How many requests there were about this. */
  synchronized int asked(Topic topic) {
    return (int) asked.stream().filter(topic::equals).count();
  }

  @Override
  public HttpReply exchange(Line line, HttpCall call) throws NotSent, NoReply {
    Twist twist;
    synchronized (this) {
      Topic topic = vendor.topic(call);
      asked.add(topic);
      twist = planned(topic);
    }
    HttpReply reply = twist.of(call, vendor);
    if (reply.status() == UNAUTHORISED) {
      refused.countDown();
    }
    return reply;
  }

  /** The next token is asked for only once so many requests were refused. */
  void renewalWaitsForRefusals(int many) {
    refused = new CountDownLatch(many);
    at(Topic.ACCESS, 1, after(() -> await(refused)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Twist planned(Topic topic) {
    Plan due = null;
    for (Plan plan : plans) {
      if (plan.topic == topic && plan.before-- == 0) {
        due = plan;
      }
    }
    if (due == null) {
      return (call, program) -> answered(program, call);
    }
    plans.remove(due);
    return due.twist;
  }

  private static HttpReply answered(PlayedVendor vendor, HttpCall call) throws NotSent, NoReply {
    synchronized (vendor) {
      return vendor.answer(call);
    }
  }

  /** It is answered, and the answer comes to the next request about the same, too. */
  void twice(Topic topic, int nth) {
    at(
        topic,
        nth,
        (call, program) -> {
          remembered = answered(program, call);
          return remembered;
        });
    at(topic, nth + 1, (call, program) -> Objects.requireNonNull(remembered));
  }

  /** It never reaches the program. */
  static Twist instead(HttpReply reply) {
    return (call, vendor) -> reply;
  }

  /** The program does it, and another answer comes back. */
  static Twist thenAnswers(HttpReply reply) {
    return (call, vendor) -> {
      HttpReply unused = answered(vendor, call);
      return reply;
    };
  }

  /** The program does it, and no answer comes back. */
  static Twist thenSilence() {
    return (call, vendor) -> {
      HttpReply unused = answered(vendor, call);
      throw new NoReply("It took too long.", new IOException("timed out"));
    };
  }

  /** Something happens first. */
  static Twist after(Runnable happens) {
    return (call, vendor) -> {
      happens.run();
      return answered(vendor, call);
    };
  }

  /** The objects of the answer come in the order that is the reverse of theirs. */
  static Twist reordered() {
    return (call, vendor) -> Replies.reversed(answered(vendor, call));
  }
}
