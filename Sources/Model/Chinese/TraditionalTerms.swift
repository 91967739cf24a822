extension Traditional {
  /// Words that the dictionary does not hold or reads otherwise, and what a newsroom that writes traditional characters
  /// calls by another name, as the words of the interface (`strings/zh-Hant.json`) do. A single character is said so
  /// wherever no longer word stands; words that are exceptions to it stand on its line.
  static let terms = """
    “=「 ”=」 ‘=『 ’=』
    个=個 证=證 钥=鑰 链=鏈 它=它 合=合 向=向 签=簽 标签=標籤 书签=書籤 布=布 发布=發布 公布=公布
    里=裡 公里=公里 里程=里程 里弄=里弄 邻里=鄰里 后=後 皇后=皇后 发=發 头发=頭髮 理发=理髮
    只=只 一只=一隻 两只=兩隻 几只=幾隻 并=並 合并=合併 于=於 须=須 胡须=鬍鬚 表=表 手表=手錶
    了=了 瞭望=瞭望 准印=准印 准许=准許 批准=批准 图注=圖說 题注=題註 題注=題註 注明=註明 万=萬 千=千 丑=丑 私=私 着=著
    账号=帳號 登录=登入 信息=資訊 网络=網路 打印=列印 发件=寄件 搜索=搜尋 导航=導覽
    文件=檔案 文件名=檔名 文件夹=資料夾 文件头=檔頭 锁文件=鎖定檔 设置=設定 默认=預設 支持=支援 保存=儲存
    导入=匯入 导出=匯出 程序=程式 服务器=伺服器 数据=資料 数据库=資料庫 缓存=快取 磁盘=磁碟 端口=連接埠
    字符=字元 连字符=連字號 字节=位元組 字段=欄位 网址=網址 链接=連結 符号链接=符號連結 重定向=重新導向
    对象=物件 嵌套=巢狀 智能=智慧 密钥=金鑰 证书=憑證 音频=音訊 视频=影片 音视频=影音 录像=錄影
    界面=介面 接口=介面 内置=內建 自定=自訂 运行=執行 命令行=命令列 内存=記憶體 模块=模組 协议=協定 缩进=縮排
    下划线=底線 举报=檢舉 页眉=頁首 页脚=頁尾 文本框=文字方塊 文本=文字 粘贴=貼上
    """
}
