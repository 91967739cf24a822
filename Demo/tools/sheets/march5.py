"""5 March 2026, numbers 4 and 5: four pages of four or five stories."""
FOLIO = dict(date="2026年3月5日　星期四　第4-5期合刊", staff="责任编辑　俞晚晴　版式　卞　纹")

PAGES = {
    1: dict(
        row=21, size=13.5,
        masthead=dict(month="2026年3月", day="5", lunar="星期四　惊蛰<br>丙午年正月十七", number="第4-5期合刊",
                      total="总第124-125期", guide=[("02", "一杆公平秤，挂了十九年"), ("03", "反嘴鹬回来了，比去年早六天"),
                                                ("03", "一根芦苇，要过十一道手"), ("04", "渡船上的早晨")]),
        stories=[
            dict(file="01-footbridge-opens.md", head=(0, 0, 9), size=66, middle=True, part=(0, 2),
                 pictures=[("bridge.jpg", 0, 0, 9, 28)], text=[(0, 28, 9, 13, 3)], turn="（下转第02版）"),
            dict(file="02-ferry-bell.md", head=(9, 0, 3), size=25, text=[(9, 0, 3, 28, 1)], body=13),
            dict(file="04-thunder-due.md", head=(9, 28, 3), size=17, headline=["今日惊蛰　雷在路上", "江边风大"],
                 text=[(9, 28, 3, 13, 1)], body=13),
            dict(file="03-last-bus-later.md", head=(0, 41, 6), size=30, text=[(0, 41, 6, 18, 2)], body=13),
            dict(file="05-the-bell-stays.md", head=(6, 41, 6), size=24, text=[(6, 41, 6, 18, 2)], body=12.5),
        ]),
    2: dict(
        row=20, size=13, folio=FOLIO,
        stories=[
            dict(file="06-fair-scale.md", head=(0, 0, 6), size=44, pictures=[("market.jpg", 0, 0, 6, 26)],
                 text=[(0, 26, 6, 17, 2)]),
            dict(file="01-footbridge-opens.md", head=(6, 0, 6), size=24, part=(2, None), kicker=False, sub=False, by=False,
                 above="上接第01版", headline=["去对岸买菜　从此不用等渡船"], pictures=[("bridge-map.png", 6, 0, 6, 20)],
                 text=[(6, 20, 6, 19, 2)]),
            dict(file="08-nine-errands.md", head=(6, 39, 3), size=21, by=False, text=[(6, 39, 3, 30, 1)]),
            dict(file="09-a-bench-please.md", head=(9, 39, 3), size=21, headline=["桥头能不能", "安一张长凳"],
                 text=[(9, 39, 3, 30, 1)]),
            dict(file="07-one-dish-less.md", head=(0, 43, 3), size=22, text=[(0, 43, 3, 26, 1)]),
            dict(file="10-lamp-in-the-stairwell.md", head=(3, 43, 3), size=24, air=5, text=[(3, 43, 3, 26, 1)]),
        ]),
    3: dict(
        row=21, size=13.5, folio=FOLIO,
        stories=[
            dict(file="11-avocets-return.md", head=(0, 0, 9), size=42, pictures=[("avocets.jpg", 3, 0, 6, 23)],
                 text=[(0, 0, 3, 28, 1), (3, 23, 6, 5, 2)]),
            dict(file="14-learning-to-fall.md", head=(9, 0, 3), size=27, text=[(9, 0, 3, 28, 1)]),
            dict(file="12-eleven-hands.md", head=(0, 28, 6), size=42, text=[(0, 28, 6, 38, 2)],
                 pictures=[("weaves.png", 6, 28, 6, 10)]),
            dict(file="13-measuring-radishes.md", head=(6, 38, 6), size=30, pictures=[("school-field.jpg", 6, 38, 6, 17, "50% 100%")],
                 text=[(6, 55, 6, 11, 2)]),
        ]),
    4: dict(
        row=26, size=16, folio=FOLIO,
        stories=[
            dict(file="15-mornings-on-the-ferry.md", head=(10, 21, 2, 13), size=58, stand=True, kicker=False,
                 pictures=[("ferry-lamp.jpg", 0, 0, 12, 21)], text=[(0, 21, 10, 13, 3)]),
            dict(file="17-the-lantern-frame.md", head=(0, 34, 5), size=34, text=[(0, 34, 5, 19, 2)]),
            dict(file="16-three-for-the-waking.md", head=(11, 34, 1, 11), size=38, stand=True, verse=[(5, 34, 6, 11, 16)]),
            dict(file="18-call-for-photographs.md", head=(5, 45, 7), size=26, by=False, text=[(5, 45, 7, 8, 2)], body=15),
        ]),
}
