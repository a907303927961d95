package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Unsure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure text that the provider is known for has a cause that people can act on. */
class CauseTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      200 | {"status":"failed","id":"","message":"Failed, Try Again","output":""} | GENERATION
      200 | {"status":"failed","id":"","messege":"Failed, Try Again","output":""} | GENERATION
      200 | {"status":"failed","id":7,"message":"Processing failed: out of memory","track_id":1} | GENERATION
      200 | {"status":"error","message":"Invalid Api Key","tip":"1. application/json 2. POST and valid JSON 3. lint 4. valid key"} | KEY
      401 | {"status":"error","message":"Invalid API key"} | KEY
      401 | {"status":"error","message":"API key required"} | KEY
      200 | {"status":"error","message":"Rate limit exceeded","tips":"The same request was sent several times, wait 30 s"} | REPEATED
      200 | {"status":"error","messege":"Rate limit exceeded","tips":"The same request was sent several times, wait 30 s"} | REPEATED
      429 | {"status":"error","message":"Rate limit exceeded. Maximum 5 queued requests allowed.","retry_after":30} | BUSY
      200 | {"status":"error","message":"Rate limit exceeded. Maximum 5 queued requests allowed.","retry_after":30} | BUSY
      200 | {"status":"error","message":"Your monthly limit exceeded"} | QUOTA
      402 | {"status":"error","message":"Insufficient credits. Please add more credits to continue."} | CREDIT
      403 | {"status":"error","message":"This feature requires a premium subscription"} | PLAN
      200 | {"status":"error","message":{"prompt":["The prompt field is required."]}} | FIELD
      400 | {"status":"error","message":"prompt is required"} | FIELD
      400 | {"status":"error","message":"The prompt field is required."} | FIELD
      400 | {"status":"error","message":"guidance_scale must be between 1 and 20"} | FIELD
      200 | {"status":"error","message":"Model id not found"} | MODEL
      400 | {"status":"error","message":"Model not found: interior-9"} | MODEL
      200 | {"status":"error","message":"Unable to fetch image from provided URL"} | PHOTO
      200 | {"status":"error","message":"Prohibited content in prompt"} | CONTENT
      500 | {"status":"error","message":"Internal server error. Please try again."} | SERVER
      200 | {"status":"error","message":"Internal server error. Please try again."} | SERVER
      502 | <html>Bad Gateway</html> | SERVER
      503 | {"status":"error","message":"Service temporarily unavailable. Please try again later."} | UNAVAILABLE
      404 | {"status":"error","message":"The route api/v5/interior could not be found."} | ADDRESS
      200 | {"status":"error","message":"The route api/v5/interior could not be found."} | ADDRESS
      200 | {"status":"error","message":"Something nobody has heard yet"} | OTHER
      """)
  void everyTextHasItsCause(int http, String body, Cause cause) throws Exception {
    try (var provider = new FakeProvider();
        var client =
            new EndpointClient(EndpointFixture.settings(provider.base()), EndpointFixture.KEY)) {
      provider.respondsWith(http, body);

      assertThat(cause(client.create(EndpointFixture.room()))).isEqualTo(cause);
    }
  }

  @Test
  void whatDoesNotAnswerIsUnreachable() throws Exception {
    var gone = new FakeProvider();
    gone.close();

    try (var client =
        new EndpointClient(EndpointFixture.settings(gone.base()), EndpointFixture.KEY)) {
      assertThat(cause(client.create(EndpointFixture.room()))).isEqualTo(Cause.UNREACHABLE);
    }
  }

  @Test
  void whatIsUnsureForNoNamedReasonIsUnanswered() {
    assertThat(new Unsure("it said nothing").cause()).isEqualTo(Cause.UNANSWERED);
  }

  private static Cause cause(RenderOutcome outcome) {
    return outcome.match(
        rendered -> null,
        accepted -> null,
        refused -> refused.cause(),
        busy -> busy.onlyThisRow() ? Cause.REPEATED : Cause.BUSY,
        notSent -> notSent.cause(),
        endpointUnusable -> endpointUnusable.cause(),
        failed -> Cause.GENERATION,
        unsure -> unsure.cause());
  }
}
