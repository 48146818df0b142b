"""Verbs that count what follows them: 新增, 建成, 培育, 完成."""

from __future__ import annotations

import re

from suggest.words import either

_VERBS = either("""
    开工建设 开工 集中开工 新开工 投产 竣工 建成投用 建成 建设 新建 改建 扩建 新改建 修建 修复
    治理 浇筑 打造 铺设 架设 疏浚 贯通 开通 新开 增开 增设 打通 开行 搭建 构建 建立 组建 设立 创建
    共建 争创 形成 布局 改造提升 改造 整治 化解 解决 处置 清理 关停 淘汰 退出 腾退 腾出 盘活 收储
    出让 攻克 攻坚 突破 培育 培养 引进培养 引进 引入 收到 引育 招引 导入 吸引 吸纳 招聘 招录 选派
    派出 抽调 培训 认定 孵化 转化 完成 实现 实施 组织实施 组织 开展 举办 启动 推广应用 推广 落地
    落户 谋划 储备 梳理 排查 摸排 走访 签约 集中签约 现场签约 签下 签订 签署 达成 承接 转让 受让
    受理 申请 申报 批复 办理 登记 归集 收集 获得 荣获 获批 取得 拥有 入选 入库 牵头制定 制定 发布
    推出 研发 开发 表彰 奖励 资助 兑现 捐赠 新增投产 新增 净增 增加 扩大 延长 缩短 减少 压减 降低
    节约 节省 中断 消化 释放 追加 安排 拨付 投入 投放 投资 融资 增资 减持 增持 募集 发行 派发 发放
    提供 保障 带动 撬动 缴纳 上缴 下达 到位 减免 减负 减税 让利 退税 补贴 创造 创收 贡献 采购 购置
    配备 出口 进口 销售 销往 生产 加工 种植 栽植 种下 收获 收购 供应 年产 年加工 年处理 运送 发送
    发出 接待 接收 服务 上门服务 覆盖 惠及 帮扶 聚集 集聚 汇聚
""")
COUNTING = re.compile(
    rf"(?:累计|共|再|新|净|联合|牵头|集中|拟|已)?(?:{_VERBS})了?"
    r"(?![率额量值用总]|面积|能|收入|人口|产?业|强度|效率|成本|规模|周期|时限|进度|速度|质量|水平|环节|材料)"
)
"""A verb (with 新, 累计 and the like before it) whose object is counted; not 建设周期 or 投资额."""

NOMINAL = re.compile(
    either("""
    投资 占地 增资 减持 增持 持股 融资 出口 进口 减负 减税 让利 退税 投入 产出 补贴 创收 研发 销售
    生产
    """)
)
"""Those that are nouns, too, and name what is measured where nothing follows them: 投资16.7亿元."""

GRADE = re.compile(r"[“\"]?[百千万]亿级")
"""How large each of the counted things is: 千亿级 in 两个千亿级产业."""
