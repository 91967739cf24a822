"""What stands on the pages beside the stories: tide tables, notices of the house."""
import datetime
import math

LUNAR_DAYS = "初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十".split()


def tides(at, start, days, new_moon, month_length=30):
    """A tide table: two high waters a day, springs after new and full moon. `new_moon` is the first of a lunar month."""
    rows = []
    for offset in range(days):
        day = start + datetime.timedelta(days=offset)
        age = (day - new_moon).days % month_length
        minutes = (9 * 60 + 20 + age % 15 * 49) % (12 * 60 + 25)
        height = 3.05 + .85 * math.cos((age % 15 - 2) / 15 * 2 * math.pi)
        second = (minutes + 745) % 1440
        times = sorted((minutes, second))
        rows.append(f"<tr><td>{day.month}月{day.day}日</td><td>{LUNAR_DAYS[age]}</td>"
                    + "".join(f"<td>{t // 60:02}:{t % 60:02}</td>" for t in times)
                    + f'<td class="right">{height:.2f}</td></tr>')
    head = '<tr><th>日期</th><th>农历</th><th>高潮</th><th>高潮</th><th class="right">米</th></tr>'
    return dict(at=at, kind="tides", html=f"<h4>漪江口潮汐表</h4><table>{head}{''.join(rows)}</table>"
                f"<p>潮高从渡口水尺零点算起。下滩的人请在低潮前一个钟头去，水回来以前走；风大的日子，潮会早到一刻。</p>")


def call(at, title, *lines, label="本报启事"):
    """A notice of the house on a tint."""
    return dict(at=at, kind="call", tint=True, html=(
        f'<div class="label sans">{label}</div><h4>{title}</h4>' + "".join(f"<p>{one}</p>" for one in lines)))
