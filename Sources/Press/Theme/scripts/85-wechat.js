// WeChat's card for a shared page, through its own script. Only inside WeChat, and only where the paper has credentials.

feature("wechat", () => {
  const endpoint = fact("wechat-signature");
  if (!inWeChat || !endpoint) return;

  const load = (address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  const start = async () => {
    const page = location.href.replace(/#.*/, "");
    const [response] = await Promise.all([
      fetch(`${endpoint}?url=${encodeURIComponent(page)}`),
      load("https://res.wx.qq.com/open/js/jweixin-1.6.0.js"),
    ]);
    if (!response.ok || !window.wx) return;
    const { appId, timestamp, nonceStr, signature } = await response.json();
    const jsApiList = ["updateAppMessageShareData", "updateTimelineShareData"];
    window.wx.config({ debug: false, appId, timestamp, nonceStr, signature, jsApiList });
    window.wx.ready(() => {
      const card = {
        title: fact("og:title") || document.title,
        desc: fact("og:description"),
        link: pageAddress(),
        imgUrl: fact("og:image"),
      };
      window.wx.updateAppMessageShareData(card);
      window.wx.updateTimelineShareData(card);
    });
  };
  start().catch(() => {
    // No card then: WeChat makes one of its own from the page.
  });
});
