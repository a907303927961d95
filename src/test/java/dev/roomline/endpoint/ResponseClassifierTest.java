package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every class of answer, in the order of the contract. */
class ResponseClassifierTest {

  private static final URI BASE = URI.create("https://modelslab.com");

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      301 | <html>moved</html> | EndpointUnusable ADDRESS
      307 | {"status":"success","output":["https://r2.dev/1.png"]} | EndpointUnusable ADDRESS
      401 | {"status":"error","message":"Invalid API key"} | EndpointUnusable KEY
      401 | ~~ | EndpointUnusable KEY
      200 | {"status":"error","message":"API key required"} | EndpointUnusable KEY
      200 | {"status":"error","messege":"Invalid Api Key","tip":"1. Check the content type"} | EndpointUnusable KEY
      200 | {"status":"error","message":{"key":["The key field is required."]}} | EndpointUnusable KEY
      200 | {"status":"error","error":"invalid_api_key"} | EndpointUnusable KEY
      402 | {"status":"error","message":"Insufficient credits. Please add more credits to continue."} | EndpointUnusable CREDIT
      200 | {"status":"error","message":"Insufficient credits. Please add more credits to continue."} | EndpointUnusable CREDIT
      200 | {"status":"error","message":"Your monthly limit exceeded, upgrade subscription on https://x"} | EndpointUnusable QUOTA
      200 | {"status":"error","message":"You do not have enough balance: not enough funds"} | EndpointUnusable CREDIT
      200 | {"status":"failed","message":"Insufficient balance"} | EndpointUnusable CREDIT
      403 | {"status":"error","message":"This feature requires a premium subscription"} | EndpointUnusable PLAN
      200 | {"status":"error","message":"This feature requires a premium subscription"} | EndpointUnusable PLAN
      403 | <html>no</html> | EndpointUnusable PLAN
      429 | {"message":"Rate limit exceeded. Maximum 5 queued requests allowed.","retry_after":30} | Busy PT30S
      200 | {"status":"error","message":"Rate limit exceeded. Maximum 5 queued requests allowed.","retry_after":30} | Busy PT30S
      429 | {"status":"error","message":"Rate limit exceeded. Upgrade your subscription"} | Busy PT0S
      429 | <html>slow down</html> | Busy PT0S
      200 | {"status":"error","message":"Rate limit exceeded","tips":"You have sent the same request several times. Wait 30 s"} | Busy PT30S this row
      429 | {"status":"error","messege":"Rate limit exceeded","tips":"same request was sent multiple times"} | Busy PT30S this row
      400 | {"status":"error","message":"prompt is required"} | Refused FIELD
      400 | <html>bad request</html> | Refused FIELD
      422 | {"message":"The given data was invalid.","errors":{"prompt":["too long"]}} | Refused FIELD
      200 | {"status":"error","message":{"prompt":["Something about it."]}} | Refused FIELD
      200 | {"status":"error","message":"guidance_scale must be between 1 and 20"} | Refused FIELD
      200 | {"status":"error","message":"Unable to fetch image from provided URL"} | Refused PHOTO
      400 | {"status":"error","message":"Unable to fetch image from provided URL"} | Refused PHOTO
      500 | {"status":"error","message":"Failed to download the init_image"} | Unsure
      200 | {"status":"error","message":"NSFW content detected"} | Refused CONTENT
      400 | {"status":"error","message":"Your prompt violates our policy"} | Refused CONTENT
      200 | {"status":"failed","message":"Prohibited words in prompt"} | Refused CONTENT
      200 | {"status":"error","message":"Model id not found"} | Refused MODEL
      404 | {"status":"error","message":"Model not found: interior-9"} | Refused MODEL
      404 | <html>not found</html> | EndpointUnusable ADDRESS
      405 | {"message":"Method not allowed"} | EndpointUnusable ADDRESS
      200 | {"status":"error","message":"The route api/v5/interior could not be found."} | EndpointUnusable ADDRESS
      200 | {"status":"failed","id":"","message":"Failed, Try Again","output":""} | Failed
      200 | {"status":"failed","id":7,"message":"Processing failed: prompt must be shorter"} | Failed
      200 | {"status":"error","message":"Something strange. Try again"} | Refused OTHER
      200 | {"status":"error","id":7,"message":"Something strange"} | Refused OTHER
      413 | <html>too large</html> | Refused OTHER
      503 | <html>down</html> | Unsure
      503 | <html>Service temporarily unavailable</html> | Unsure
      503 | ~~ | Unsure
      503 | {"message":"no healthy upstream"} | Unsure
      503 | {"status":"processing","id":7} | Accepted 7 PT0S
      503 | {"status":"failed","message":"Failed, Try Again"} | Unsure
      503 | {"status":"error","message":"Rate limit exceeded","retry_after":30} | Busy PT30S
      503 | {"status":"error","message":"Invalid API key"} | EndpointUnusable KEY
      503 | {"status":"error","message":"Service temporarily unavailable. Please try again later."} | NotSent
      200 | {"status":"error","message":"Service temporarily unavailable. Please try again later."} | NotSent
      500 | {"status":"error","message":"Internal server error. Please try again."} | Unsure
      200 | {"status":"error","message":"Internal server error. Please try again."} | Unsure
      500 | <html>oops</html> | Unsure
      500 | {"status":"error","message":"Service temporarily unavailable. Please try again later."} | Unsure
      500 | {"status":"error","message":"rate limiter error","retry_after":5} | Unsure
      500 | {"status":"error","message":"Rate limit exceeded. Maximum 5 queued requests allowed."} | Unsure
      500 | {"status":"error","message":"Invalid API key"} | Unsure
      500 | {"status":"error","message":{"prompt":["too long"]}} | Unsure
      500 | {"status":"failed","message":"Failed, Try Again"} | Unsure
      500 | {"status":"success","id":5} | Accepted 5 PT0S
      502 | {"status":"error","message":"The upstream is temporarily unavailable"} | Unsure
      502 | {"status":"error","message":"NSFW content detected"} | Unsure
      504 | {"status":"error","message":"Service temporarily unavailable"} | Unsure
      529 | {"status":"error","message":"too many requests"} | Unsure
      599 | {"status":"error","message":"Insufficient credits"} | Unsure
      502 | ~~ | Unsure
      504 | <html>time-out</html> | Unsure
      520 | ~~ | Unsure
      408 | ~~ | Unsure
      500 | {"message":"prompt is required"} | Unsure
      200 | {"status":"processing","id":134000002,"output":[],"eta":20,"message":"Try to fetch request after seconds estimated"} | Accepted 134000002 PT20S
      202 | {"status":"Processing","id":"134000002","messege":"Request processing","output":""} | Accepted 134000002 PT0S
      200 | {"status":"processing","tip":"upgrade to premium, rate limit","id":1} | Accepted 1 PT0S
      500 | {"status":"processing","id":1} | Accepted 1 PT0S
      200 | {"status":"processing","fetch_result":"https://modelslab.com/api/v6/interior/fetch/77"} | Accepted 77 PT0S
      200 | {"status":"processing","id":"\\u2028","fetch_result":"https://modelslab.com/api/v6/interior/fetch/77"} | Accepted 77 PT0S
      200 | {"status":"processing","id":"\\u0000\\u00A0"} | Unsure
      200 | {"status":"processing","fetch_result":"https://evil.example/api/v6/interior/fetch/77"} | Unsure
      200 | {"status":"processing","fetch_result":"https://modelslab.com/api/v4/dreambooth/fetch"} | Unsure
      200 | {"status":"processing","message":"try again later.","output":""} | Unsure
      200 | {"status":"success","output":["https://r2.dev/1.png"]} | Rendered
      200 | {"status":"SUCCESS","id":1,"output":"https:\\/\\/r2.dev\\/1.png"} | Rendered
      200 | {"status":"success","message":"Rate limit exceeded","output":["https://r2.dev/1.png"]} | Rendered
      200 | {"status":"success","output":[],"proxy_links":["https://cdn2/1.png"]} | Rendered
      500 | {"status":"success","output":["https://r2.dev/1.png"]} | Rendered
      200 | {"status":"success","id":5,"output":[]} | Accepted 5 PT0S
      200 | {"status":"success","id":5,"output":"","future_links":["https://r2.dev/1.png"]} | Accepted 5 PT0S
      200 | {"status":"success","id":5,"output":["data:image/png;base64,AAAA","iVBORw0KGgo="]} | Accepted 5 PT0S
      200 | {"status":"success","id":"","output":null} | Failed
      200 | {"status":"success"} | Failed
      200 | {"status":"queued","id":5} | Accepted 5 PT0S
      200 | {"status":"ok"} | Refused OTHER
      200 | {"id":5,"output":["https://r2.dev/1.png"]} | Unsure
      200 | {"status":null,"id":5} | Unsure
      200 | {"status":"success","id":5,"output":["htt | Unsure
      200 | <html>welcome</html> | Unsure
      200 | [{"status":"success"}] | Unsure
      200 | ~~ | Unsure
      204 | ~~ | Unsure
      """)
  void everyAnswerHasItsOutcome(int http, String body, String outcome) {
    assertThat(shortly(judge(http, body))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"2000, NotSent", "2001, Unsure", "60000, Unsure"})
  void aSlow503MayHaveBeenCharged(long millis, String outcome) {
    var said = "{\"status\":\"error\",\"message\":\"Service temporarily unavailable\"}";

    assertThat(shortly(judge(503, said, Map.of(), Duration.ofMillis(millis)))).isEqualTo(outcome);
  }

  @Test
  void jsonNestedBeyondReasonIsUnsure() {
    var nested = "{\"status\":\"success\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(shortly(judge(200, nested))).isEqualTo("Unsure");
  }

  @Test
  void aMoveNamesTheNewAddressAndHowToUseIt() {
    var headers = Map.of("Location", List.of("https://modelslab.com/api/v5/interior"));

    assertThat(judge(308, "", headers))
        .isEqualTo(new EndpointUnusable(
            Cause.ADDRESS,
            "moved to https://modelslab.com/api/v5/interior;"
                + " use --endpoint https://modelslab.com/api/v5/interior"));
  }

  @Test
  void aMoveWithinTheHostIsSpelledOut() {
    assertThat(judge(301, "", Map.of("Location", List.of("/api/v7/interior"))).toString())
        .contains("use --endpoint https://modelslab.com/api/v7/interior");
  }

  @Test
  void aWrongFamilyNamesTheOther() {
    assertThat(judge(404, ""))
        .isEqualTo(new EndpointUnusable(
            Cause.ADDRESS, "v5 is not available at this address; try --set endpoint.family=v6"));
  }

  @Test
  void theHeaderNamesThePauseBeforeTheBodyDoes() {
    var headers = Map.of("Retry-After", List.of("7"));

    assertThat(judge(429, "{\"retry_after\":30}", headers))
        .isEqualTo(new Busy(Duration.ofSeconds(7), false));
  }

  private static RenderOutcome judge(int http, String body) {
    return judge(http, body, Map.of(), Duration.ZERO);
  }

  private static RenderOutcome judge(int http, String body, Map<String, List<String>> headers) {
    return judge(http, body, headers, Duration.ZERO);
  }

  private static RenderOutcome judge(
      int http, String body, Map<String, List<String>> headers, Duration took) {
    var reader = new ResponseParser(BASE, EndpointFixture.KEY, Clock.systemUTC());
    var all = HttpHeaders.of(headers, (name, value) -> true);
    var response = EndpointFixture.read(reader, http, all, body, took);
    return new ResponseClassifier(ApiFamily.V5).of(response);
  }

  private static String shortly(RenderOutcome outcome) {
    return outcome.match(
        rendered -> "Rendered",
        accepted -> "Accepted " + accepted.ticket().requestId() + " "
            + accepted.ticket().eta(),
        refused -> "Refused " + refused.cause(),
        busy -> "Busy " + busy.pause() + (busy.onlyThisRow() ? " this row" : ""),
        notSent -> "NotSent",
        endpointUnusable -> "EndpointUnusable " + endpointUnusable.cause(),
        failed -> "Failed",
        unsure -> "Unsure");
  }
}
