"""20 March 2026, number 6: a paper without one photograph."""
import datetime

from sheets.furniture import call, tides

FOLIO = dict(date="2026年3月20日　星期五　第6期", staff="责任编辑　俞晚晴　版式　卞　纹")

PAGES = {
    1: dict(
        row=21, size=14,
        masthead=dict(month="2026年3月", day="20", lunar="星期五　春分<br>丙午年二月初二", number="第6期", total="总第126期",
                      guide=[("02", "小学的午饭，孩子们改了三处"), ("03", "水尺边三十四年"),
                             ("03", "输了十四场以后，她们赢了"), ("04", "祖父的算盘")]),
        tints=[(6, 50, 3, 9)],
        stories=[
            dict(file="01-two-hundred-wells.md", head=(0, 0, 9), size=72, middle=True,
                 text=[(0, 0, 6, 37, 2), (6, 0, 3, 26, 1)], tables=[(0, 6, 26, 3, 11)]),
            dict(file="02-lamps-on-the-levee.md", head=(9, 0, 3), size=30, text=[(9, 0, 3, 34, 1)], body=14.5),
            dict(file="03-dragon-head-haircut.md", head=(9, 34, 3), size=25, text=[(9, 34, 3, 25, 1)], body=14.5),
            dict(file="05-wells-in-english.md", head=(0, 37, 6), size=26,
                 headline=["Two Hundred and Ten Wells,", "and What to Call Them"], text=[(0, 37, 6, 22, 2)], body=13.5),
            dict(file="04-equinox-weather.md", head=(6, 37, 3), size=17, headline=["今日春分　昼夜对半", "小雨转晴"],
                 text=[(6, 37, 3, 13, 1)], body=13),
            dict(file="19-correction.md", head=(6, 50, 3), size=17, by=False, text=[(6, 50, 3, 9, 1)], body=13),
        ]),
    2: dict(
        row=26, size=16, folio=FOLIO,
        stories=[
            dict(file="06-what-children-changed.md", head=(0, 0, 9), size=58, middle=True, text=[(0, 0, 9, 19, 3)],
                 tables=[(0, 0, 19, 9, 7)]),
            dict(file="09-three-letters.md", head=(9, 0, 3), size=24, text=[(9, 0, 3, 32, 1)]),
            dict(file="07-umbrella-mender.md", head=(0, 26, 6), size=38, text=[(0, 26, 6, 19, 2)]),
            dict(file="08-free-parking-withdrawn.md", head=(6, 26, 3), size=24, by=False, text=[(6, 26, 3, 11, 1)]),
            dict(file="10-lost-and-found.md", head=(6, 37, 3), size=24, text=[(6, 37, 3, 16, 1)], body=14.5),
        ],
        boxes=[
            call((0, 45, 6, 8), "订一份《苇渡半月报》", "全年二十四期，二十四元，送到门口；",
                 "住六楼以上没有电梯的，送到六楼。", "渡口老街6号，或在桥头南亭的小黑板上写下门牌。"),
            tides((9, 32, 3, 21), datetime.date(2026, 3, 20), 16, datetime.date(2026, 3, 19), 29),
        ]),
    3: dict(
        row=24, size=15, folio=FOLIO,
        stories=[
            dict(file="11-reader-of-the-gauge.md", head=(0, 0, 9), size=60, text=[(0, 0, 9, 35, 3)]),
            dict(file="12-equinox-notes.md", head=(9, 0, 3), size=27, text=[(9, 0, 3, 35, 1)], body=16),
            dict(file="13-half-a-boat-length.md", head=(0, 35, 6), size=40, text=[(0, 35, 6, 22, 2)]),
            dict(file="14-listening-for-frogs.md", head=(6, 35, 6), size=28, text=[(6, 35, 6, 22, 2)], body=14),
        ]),
    4: dict(
        row=28, size=17, folio=FOLIO,
        stories=[
            dict(file="15-grandfathers-abacus.md", head=(10, 0, 2, 15), size=66, stand=True, kicker=False,
                 text=[(0, 0, 10, 15, 3)]),
            dict(file="18-the-second-bowl.md", head=(0, 15, 5), size=30, text=[(0, 15, 5, 16, 2)]),
            dict(file="16-river-in-spring.md", head=(10.5, 15, 1.5, 16), size=34, stand=True, tiers=True,
                 verse=[(5, 15, 5.5, 16, 19)]),
            dict(file="17-fourteen-nameless.md", head=(0, 31, 12), size=40, middle=True, by=False, text=[(0, 31, 12, 12, 4)]),
        ],
        boxes=[call((0, 43, 12, 6.5), "“晚渡”收稿", "散文不过一千字，诗不过三十行，写身边事、眼前物。手写也收，字大一点更好。",
                    "寄渡口老街6号“晚渡”收，或发wandu@weidu.example。用与不用，都回一封信。")]),
}
