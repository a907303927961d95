package dev.roomline.job.doctor;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.endpoint.Inquiry;
import dev.roomline.endpoint.Wallet;
import dev.roomline.failure.NotStarted;
import dev.roomline.job.doctor.DoctorJob.Patient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the account's endpoint two free questions, and what their answers say of the rest. */
record AccountCheck(Patient patient, EndpointSettings endpoint) {

  List<Finding> look() throws InterruptedException, ExecutionException {
    if (endpoint.sandbox()) {
      var words = "the sandbox of each run: no key, no wallet, nothing costs money";
      return List.of(Finding.well("endpoint", words));
    }
    var findings = new ArrayList<Finding>();
    var key = key(findings);
    var answers = ask(key == null ? ApiKey.from("") : key);
    var account = new Account(patient.sheet(), endpoint, answers);
    if (key != null) findings.addAll(account.key(key));
    findings.add(account.reached());
    findings.addAll(account.wallet());
    findings.addAll(account.queue());
    account.clock(patient.clock()).ifPresent(findings::add);
    return findings;
  }

  /** What was asked. */
  record Answers(Inquiry<Wallet> wallet, Inquiry<Long> queue) {
    Stream<Inquiry<?>> all() {
      return Stream.of(wallet, queue);
    }
  }

  /** Null where one is needed and missing, which is a finding. */
  private @Nullable ApiKey key(List<Finding> findings) {
    try {
      return patient.key().get();
    } catch (NotStarted e) {
      findings.add(Finding.of("key", e));
      return null;
    }
  }

  private Answers ask(ApiKey key) throws InterruptedException, ExecutionException {
    try (var client = new EndpointClient(endpoint, key)) {
      var wallet = new FutureTask<>(client::askWallet);
      var thread = new Thread(wallet, "wallet");
      thread.setDaemon(true);
      thread.start();
      var queue = client.askQueue();
      return new Answers(wallet.get(), queue);
    }
  }
}
