"""The norms that the built-in checks rest on; a clause stands only where it was seen in print."""

from __future__ import annotations

from hegui.api import Basis, Strength

_SUPERVISION = "法治政府建设与责任落实督察工作规定"
_DOCUMENTS = "党政机关公文处理工作条例"

CONTENTS = Basis(_SUPERVISION, "关于年度报告内容的规定")
SUBMISSION = Basis(_SUPERVISION, "关于年度报告报送时间的规定")
PUBLICATION = Basis(_SUPERVISION, "第二十四条")
TITLE = Basis(_DOCUMENTS, "第九条第七项")
SIGNED = Basis(_DOCUMENTS, "第九条第十一项")
DATED = Basis(_DOCUMENTS, "第九条第十二项")
NO_REQUEST = Basis(_DOCUMENTS, "第十五条第四项")
ACCURACY = Basis(_DOCUMENTS, "第二十条第四项（公文审核重点）")
_FORM = "党政机关公文格式"
DOCUMENT_NUMBER = Basis(_FORM, "（GB/T 9704—2012）7.2.5", Strength.STANDARD)
DATE_FORM = Basis(_FORM, "（GB/T 9704—2012）7.3.5.4", Strength.STANDARD)
NUMBERING = Basis(_FORM, "（GB/T 9704—2012）7.3.3", Strength.STANDARD)
PAGE = Basis(_FORM, "（GB/T 9704—2012）5.2.1", Strength.STANDARD)
TYPEFACE = Basis(_FORM, "（GB/T 9704—2012）5.2.2", Strength.STANDARD)
LINES = Basis(_FORM, "（GB/T 9704—2012）5.2.3", Strength.STANDARD)
TITLE_FORM = Basis(_FORM, "（GB/T 9704—2012）7.3.1", Strength.STANDARD)
PAGE_NUMBER = Basis(_FORM, "（GB/T 9704—2012）", Strength.STANDARD)
_MARKS = "标点符号用法"
MARKS = Basis(_MARKS, "（GB/T 15834—2011）", Strength.STANDARD)
NEEDLESS_COMMA = Basis(_MARKS, "（GB/T 15834—2011）4.5.3.5", Strength.STANDARD)
NUMERALS = Basis("出版物上数字用法", "（GB/T 15835—2011）", Strength.STANDARD)
LEGISLATION = Basis("中华人民共和国立法法", "和《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》")
DISCLOSURE = Basis("中华人民共和国政府信息公开条例", "第十五条")
PRACTICE = Basis("通行做法", strength=Strength.PRACTICE)
