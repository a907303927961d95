package dev.roomline.endpoint;

/** What answers of all kinds are made of. */
final class HostileResponseParts {
  static final String[] FIELDS =
      ("status§id§output§proxy_links§message§messege§tip§tips§error§errors§eta§"
              + "retry_after§fetch_result§meta§seed§model_id§generationTime§link§request_id§"
              + "track_id§future_links§")
          .split("§", -1);
  static final String[] TEXTS =
      ("success§processing§failed§error§SUCCESS§queued§§ §null§7§-1§1e308§NaN§soon§"
              + "0.3 seconds§Invalid API key§Insufficient credits§Rate limit exceeded§"
              + "prompt is required§Model xyz not found§server error§https://r2.example/1.png§"
              + "http://[::1§https://modelslab.com/api/v6/interior/fetch/§https://modelslab.com§"
              + "https://modelslab.com/%zz§//evil.example/1§\uD83D§\uDE00§\u0000§\r\nX: y§\u2028§"
              + "<html>§data:image/png;base64,AAAA")
          .split("§", -1);
  static final String[] SAMPLES = {
    "{\"status\":\"success\",\"generationTime\":8.35,\"id\":14000001,\"output\":"
        + "[\"https://r2.example/0.png\"],\"meta\":{\"seed\":3969949281,\"W\":512,\"lora\":null}}",
    "{\"status\":\"processing\",\"tip\":\"x\",\"eta\":35.941116,\"messege\":\"Try to fetch\","
        + "\"fetch_result\":\"https:\\/\\/modelslab.com\\/api\\/v6\\/interior\\/fetch\\/134\","
        + "\"id\":10600003,\"output\":\"\",\"meta\":{}}",
    "{\"status\":\"failed\",\"id\":\"\",\"message\":\"Failed, Try Again\",\"output\":\"\"}",
    "{\"status\":\"error\",\"message\":{\"prompt\":[\"The prompt field is required.\"]}}",
    "{\"status\":\"error\",\"message\":\"Rate limit exceeded.\",\"retry_after\":30}",
    "<!doctype html><html><body>502</body></html>"
  };

  private HostileResponseParts() {}
}
