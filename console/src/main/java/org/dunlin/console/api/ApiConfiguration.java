package org.dunlin.console.api;

import java.time.Clock;
import org.dunlin.console.login.TokenLogin;
import org.dunlin.console.right.NotedRefusals;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.store.Stores;
import org.dunlin.work.access.AnswerOnce;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.dun.KeptAhead;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.event.ChangeEndpoints;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.offer.ChangeConnection;
import org.dunlin.work.offer.Offers;
import org.dunlin.work.offer.Permission;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.offer.TestConnection;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.pay.GiveCreditBack;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.ApplyCreditNote;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.person.Identify;
import org.dunlin.work.person.JudgeCreditNote;
import org.dunlin.work.person.JudgePayer;
import org.dunlin.work.person.JudgePayment;
import org.dunlin.work.person.JudgeRefund;
import org.dunlin.work.person.ReplayMany;
import org.dunlin.work.person.RetryEffect;
import org.dunlin.work.person.SwitchRoute;
import org.dunlin.work.person.UndoAllocation;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.privacy.ExportCustomer;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.program.RemoveProgram;
import org.dunlin.work.program.SteerProgram;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchPlans;
import org.dunlin.work.setting.ChangeSetting;
import org.dunlin.work.sheet.ReadSheet;
import org.dunlin.work.tieout.CheckTieOut;
import org.dunlin.work.tieout.TieOuts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The API and who may call it: programs with a token, and the hub's users by HTTP Basic (RFC 7617),
 * each request for itself. It knows no session, so that a page of another site cannot call it in
 * somebody's name; a browser that was told a password is refused where another site asks.
 */
@Configuration(proxyBeanMethods = false)
@Import({ApiProblems.class, ProfileProblems.class})
public class ApiConfiguration {
  // all below /api, which itself is a page of the console
  private static final String PATHS = "/api/*/**";

  /**
   * A browser that is led here saves the answer and shows nothing of it as a page. A script of a
   * page, which by Fetch Metadata says so, gets no page, and shows what it got.
   */
  private static final HeaderWriter AS_A_FILE =
      new DelegatingRequestMatcherHeaderWriter(
          request -> !"empty".equals(request.getHeader("Sec-Fetch-Dest")),
          new StaticHeadersWriter("Content-Disposition", "attachment; filename=\"api.json\""));

  @Bean
  @Order(1)
  SecurityFilterChain apiFilters(
      HttpSecurity http, TokenLogin tokens, AnswerOnce answers, ObjectProvider<ApiRates> said)
      throws Exception {
    Refusals refusals = new Refusals();
    ApiRates rates = said.getIfAvailable(() -> ApiRates.USUAL);
    http.securityMatcher(PATHS)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET, OpenApiDocument.PATH)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(CsrfConfigurer::disable)
        .headers(headers -> headers.addHeaderWriter(AS_A_FILE))
        .addFilterAfter(new NotedRefusals(), SecurityContextHolderFilter.class)
        .addFilterBefore(new BearerTokens(tokens, refusals), BasicAuthenticationFilter.class)
        .addFilterBefore(new OwnSiteOnly(refusals), AuthorizationFilter.class);
    if (rates.address() > 0) {
      http.addFilterBefore(CallLimit.ofAddress(rates.address(), refusals), LogoutFilter.class);
    }
    if (rates.caller() > 0) {
      http.addFilterAfter(CallLimit.ofCaller(rates.caller(), refusals), AuthorizationFilter.class);
    }
    return http.addFilterAfter(new AnswersOnce(answers, refusals), AuthorizationFilter.class)
        .build();
  }

  @Bean
  AnswerOnce answerOnce(Stores stores, Clock clock) {
    return new AnswerOnce(stores, clock);
  }

  @Bean
  static UnreadRequests.Customizer unreadRequests() {
    return new UnreadRequests.Customizer();
  }

  @Bean
  CustomerApi customerApi(Stores stores, Clock clock) {
    return new CustomerApi(stores, new ExportCustomer(stores, clock), new EraseCustomer(stores));
  }

  @Bean
  AccountApi accountApi(Stores stores) {
    return new AccountApi(stores);
  }

  @Bean
  ReportApi reportApi(Stores stores) {
    return new ReportApi(stores);
  }

  @Bean
  ExpectedApi expectedApi(Stores stores) {
    return new ExpectedApi(stores);
  }

  @Bean
  GoalApi goalApi(Stores stores) {
    return new GoalApi(stores);
  }

  @Bean
  ProfileApi profileApi(Stores stores, ChangeProfile changes) {
    return new ProfileApi(stores, changes);
  }

  @Bean
  ProgramApi programApi(Offers offers) {
    return new ProgramApi(offers);
  }

  @Bean
  ConnectionApi connectionApi(
      Stores stores,
      ShownConnections connections,
      ChangeConnection changes,
      Permission permission,
      TestConnection testConnection,
      SteerProgram steerProgram,
      RemoveProgram removeProgram,
      Decisions decisions) {
    return new ConnectionApi(
        stores,
        connections,
        changes,
        permission,
        testConnection,
        steerProgram,
        removeProgram,
        decisions);
  }

  @Bean
  QuestionApi questionApi(Stores stores) {
    return new QuestionApi(stores, new Identify(stores));
  }

  @Bean
  KeptAhead keptAhead(Stores stores) {
    return new KeptAhead(stores);
  }

  @Bean
  PlanApi planApi(Stores stores, SwitchPlans switchPlans, KeptAhead keptAhead) {
    return new PlanApi(stores, switchPlans, keptAhead);
  }

  @Bean
  ApprovalApi approvalApi(Stores stores) {
    return new ApprovalApi(stores);
  }

  @Bean
  RouteApi routeApi(RouteBoard routes, SwitchRoute switchRoute) {
    return new RouteApi(routes, switchRoute);
  }

  @Bean
  ReplayApi replayApi(Stores stores, ReplayMany replayMany) {
    return new ReplayApi(stores, replayMany);
  }

  @Bean
  TalkApi talkApi(Stores stores) {
    return new TalkApi(stores);
  }

  @Bean
  CallApi callApi(Stores stores) {
    return new CallApi(stores);
  }

  @Bean
  GateApi gateApi(Stores stores) {
    return new GateApi(stores);
  }

  @Bean
  ClaimApi claimApi(Stores stores) {
    return new ClaimApi(stores);
  }

  @Bean
  TemplateApi templateApi(Stores stores) {
    return new TemplateApi(stores);
  }

  @Bean
  MandateApi mandateApi(Stores stores, ObjectProvider<SourceHolds> sources, Clock clock) {
    return new MandateApi(
        stores, sources.getIfAvailable(() -> SourceHolds.ofNoProgram(stores)), clock);
  }

  @Bean
  CollectApi collectApi(Stores stores, ObjectProvider<SourceHolds> sources, Clock clock) {
    return new CollectApi(
        stores, sources.getIfAvailable(() -> SourceHolds.ofNoProgram(stores)), clock);
  }

  @Bean
  RuleApi ruleApi(Stores stores) {
    return new RuleApi(stores);
  }

  @Bean
  HandOverApi handOverApi(Stores stores) {
    return new HandOverApi(stores);
  }

  @Bean
  EndpointApi endpointApi(Stores stores, ChangeEndpoints changes, RetryEffect retryEffect) {
    return new EndpointApi(stores, changes, retryEffect);
  }

  @Bean
  TrafficApi trafficApi(
      Stores stores, Decisions decisions, RetryEffect retryEffect, PaymentLinks links) {
    return new TrafficApi(stores, decisions, retryEffect, links);
  }

  @Bean
  SearchApi searchApi(Stores stores) {
    return new SearchApi(stores);
  }

  @Bean
  TaskApi taskApi(Stores stores) {
    return new TaskApi(stores);
  }

  @Bean
  ReviewApi reviewApi(
      Stores stores,
      AllocateByHand allocateByHand,
      UndoAllocation undoAllocation,
      JudgePayment judgePayment) {
    return new ReviewApi(stores, allocateByHand, undoAllocation, judgePayment);
  }

  @Bean
  RefundApi refundApi(Stores stores, JudgeRefund judgeRefund, GiveBack giveBack) {
    return new RefundApi(stores, judgeRefund, giveBack);
  }

  @Bean
  CreditNoteApi creditNoteApi(Stores stores, GiveCreditBack giveCreditBack) {
    return new CreditNoteApi(stores, giveCreditBack);
  }

  @Bean
  CreditNoteReviewApi creditNoteReviewApi(
      Stores stores,
      ApplyCreditNote applyCreditNote,
      JudgeCreditNote judgeCreditNote,
      UndoAllocation undoAllocation) {
    return new CreditNoteReviewApi(stores, applyCreditNote, judgeCreditNote, undoAllocation);
  }

  @Bean
  PayerApi payerApi(Stores stores, JudgePayer judgePayer) {
    return new PayerApi(stores, judgePayer);
  }

  @Bean
  TieOutApi tieOutApi(
      Stores stores, ShownConnections connections, TieOuts tieOuts, CheckTieOut checkTieOut) {
    return new TieOutApi(stores, connections, tieOuts, checkTieOut);
  }

  @Bean
  CompanyApi companyApi(Stores stores) {
    return new CompanyApi(stores);
  }

  @Bean
  RecordApi recordApi(Stores stores, PaymentLinks links) {
    return new RecordApi(stores, links);
  }

  @Bean
  PaymentLinkApi paymentLinkApi(Stores stores, PaymentLinks links) {
    return new PaymentLinkApi(stores, links);
  }

  @Bean
  SettingApi settingApi(Stores stores, ChangeSetting changeSetting) {
    return new SettingApi(stores, changeSetting);
  }

  @Bean
  SheetApi sheetApi(Stores stores, ReadSheet readSheet) {
    return new SheetApi(stores, readSheet);
  }

  @Bean
  RollOutApi rollOutApi(Stores stores, RollOut rollOut) {
    return new RollOutApi(stores, rollOut);
  }

  @Bean
  FigureApi figureApi(Stores stores) {
    return new FigureApi(stores);
  }

  @Bean
  PayoutApi payoutApi(Stores stores) {
    return new PayoutApi(stores);
  }

  @Bean
  DeliveryApi deliveryApi(Stores stores, AcceptFile acceptFile) {
    return new DeliveryApi(stores, acceptFile);
  }

  @Bean
  PushFile pushFile(Stores stores, AcceptFile acceptFile) {
    return new PushFile(stores, acceptFile);
  }

  @Bean
  OpenApiDocument openApiDocument() {
    return new OpenApiDocument();
  }
}
