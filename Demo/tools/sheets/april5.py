"""5 April 2026, number 7: the tide comes back."""
from sheets.furniture import call

FOLIO = dict(date="2026年4月5日　星期日　第7期", staff="责任编辑　俞晚晴　版式　卞　纹")

PAGES = {
    1: dict(
        row=22, size=14,
        masthead=dict(month="2026年4月", day="5", lunar="星期日　清明<br>丙午年二月十八", number="第7期", total="总第127期",
                      guide=[("02", "最后一个人，负责关灯"), ("03", "组画：江边十二个钟头"), ("03", "一枚船钉，要打四十九下"),
                             ("04", "清明的青")]),
        stories=[
            dict(file="01-tide-comes-back.md", head=(0, 0, 9), size=66, middle=True, part=(0, 2),
                 pictures=[("wetland.jpg", 0, 0, 9, 28)], text=[(0, 28, 9, 12, 3)], turn="（下转第03版）"),
            dict(file="02-walk-only.md", head=(9, 0, 3), size=26, headline=["清明三天", "渡口老街只许走路"],
                 text=[(9, 0, 3, 20, 1)]),
            dict(file="04-bright-and-clear.md", head=(9, 20, 3), size=17, headline=["今日清明　多云见晴", "宜远行"],
                 text=[(9, 20, 3, 9, 1)], body=13),
            dict(file="09-volunteers-wanted.md", head=(9, 29, 3), size=18, headline=["芦洲栈道招收", "周末讲解员"],
                 text=[(9, 29, 3, 11, 1)], body=13),
            dict(file="03-five-days-of-rain.md", head=(0, 40, 6), size=36, text=[(0, 40, 6, 16, 2), (6, 53.4, 6, 2.6, 2)],
                 pictures=[("rain-chart.png", 6, 40, 6, 13.4)]),
        ]),
    2: dict(
        row=22, size=14, folio=FOLIO,
        stories=[
            dict(file="06-the-lit-reading-room.md", head=(0, 0, 9), size=54, middle=True,
                 pictures=[("library.jpg", 0, 0, 9, 26)], text=[(0, 26, 9, 11, 3)]),
            dict(file="08-where-umbrellas-go.md", head=(9, 0, 3), size=20,
                 text=[(9, 0, 3, 20, 1)], body=13),
            dict(file="13-mudskippers.md", head=(9, 20, 3), size=20,
                 text=[(9, 20, 3, 17, 1)], body=13),
            dict(file="07-radio-repair-club.md", head=(0, 37, 6), size=32, pictures=[("radio.jpg", 3, 37, 3, 17)],
                 text=[(0, 37, 3, 26, 1), (3, 54, 3, 9, 1)]),
            dict(file="05-the-tide-comes-back.md", head=(6, 37, 6), size=28, captions=False,
                 headline=["The Tide Comes Back", "After Thirty Years"], text=[(6, 37, 6, 26, 2)]),
        ]),
    3: dict(
        row=21, size=13.5, folio=FOLIO,
        stories=[
            dict(file="10-twelve-hours-by-the-river.md", head=(0, 12, 4, 6), size=25, balance=True,
                 pictures=[("river-dawn.jpg", 0, 0, 3, 12), ("river-noon.jpg", 3, 0, 3, 12),
                           ("river-dusk.jpg", 6, 0, 3, 12), ("river-night.jpg", 9, 0, 3, 12)],
                 text=[(4, 12, 8, 6, 2)]),
            dict(file="01-tide-comes-back.md", head=(0, 18, 6), size=24, part=(2, None), kicker=False, sub=False, by=False,
                 above="上接第01版", headline=["围了三十年的塘　潮水昨天回来了"], pictures=[("wetland-map.png", 0, 18, 6, 18.6)],
                 text=[(0, 36.6, 6, 20.4, 2)]),
            dict(file="11-boat-nails.md", head=(6, 18, 6), size=36, text=[(6, 18, 6, 29, 2)], body=13),
            dict(file="12-first-grader-keeper.md", head=(6, 47, 6), size=28, body=13, pictures=[("keeper.jpg", 9, 47, 3, 12)],
                 text=[(6, 47, 3, 19, 1), (9, 59, 3, 7, 1)]),
        ],
        boxes=[call((0, 57, 6, 9), "请给北塘的七个小岛起名字", "三个字以内，来信写明理由。取中的名字刻在栈道口的木牌上，",
                    "署您的名。4月30日截止。", label="芦洲观测站、本报合办")]),
    4: dict(
        row=24, size=15, folio=FOLIO,
        stories=[
            dict(file="15-the-green-of-qingming.md", head=(10.5, 19, 1.5, 14), size=56, stand=True, kicker=False,
                 pictures=[("willow.jpg", 0, 0, 8, 19)], text=[(0, 19, 10.5, 14, 3)]),
            dict(file="16-rain-on-the-roof.md", head=(8, 0, 4), size=38, middle=True, tiers=True, verse=[(8, 0, 4, 19, 17)]),
            dict(file="17-letter-to-the-ferry.md", head=(0, 33, 4.5), size=34, text=[(0, 33, 4.5, 24, 2)]),
            dict(file="14-a-chair-facing-west.md", head=(4.5, 33, 4.5), size=28, text=[(4.5, 33, 4.5, 24, 1)], body=13),
            dict(file="18-what-photographs-came.md", head=(9, 33, 3), size=20, headline=["旧照片收到", "四十一张"], by=False,
                 text=[(9, 33, 3, 14, 1)]),
        ],
        boxes=[call((9, 47, 3, 10), "第8期", "4月20日，谷雨", "一条街的门槛有多高", "渡口旧照片三十张", label="下期看什么")]),
}
