"""Verbs that count what follows them: 新增, 建成, 培育, 完成."""

from __future__ import annotations

import re

_VERBS = (
    "开工建设 开工 投产 竣工 建成投用 建成 建设 培育 培养 引进培养 引进 引育 招引 完成 实现 开行 实施 改造提升 改造 打造 打通 "
    "发放 转让 提供 签下 签订 签约 签署 盘活 婉拒 攻克 突破 组织 开展 举办 安排 撬动 带动 减少 压减 降低 节约 节省 创建 共建 "
    "争创 拥有 获得 荣获 获批 取得 牵头制定 制定 表彰 加工 保障 吸引 吸纳 投放 发布 推出 设立 组建 搭建 入选 入库 登记 办理 "
    "服务 覆盖 惠及 帮扶 修建 修复 治理 种植 生产 销售 认定 净增 新增投产 新增 新建 改建 扩建 落地 落户 谋划 储备 梳理 排查 "
    "整治 化解 解决 处置 清理 关停 淘汰 退出 腾退 收储 出让 供应 批复 受理 转化 孵化 聚集 集聚 汇聚 选派 派出 培训 招聘 招录 "
    "接待 接收 运送 发送 到位 拨付 投入 募集 发行 减免 减负 减税 让利 退税 补贴 奖励 资助 兑现 捐赠 采购 增加 扩大 达成 释放 "
    "追加 抽调 归集 疏浚 新改建 上门服务 发出 中断 延长 缩短 增资 减持 增持 派发 启动 腾出 推广应用 组织实施 投资 融资 出口 进口 形成 构建 建立 推广 配备 布局 购置 铺设 架设 浇筑 开通 新开 增开 增设 贯通 攻坚 申请 申报 受让 "
    "研发 开发 销往 种下 栽植 收获 收购 缴纳 上缴 贡献 创造 创收 消化 承接 引入 导入 集中签约 现场签约 集中开工 摸排 走访 收集"
)
_WORDS = "|".join(sorted(set(_VERBS.split()), key=len, reverse=True))
COUNTING = re.compile(
    rf"(?:累计|共|再|新|净|联合|牵头|集中|拟|已)?(?:{_WORDS})了?"
    r"(?!率|额|量|面积|值|能力|收入|用|人口|产业|业|总|强度|效率|成本|规模|周期|时限|进度|速度|质量|水平|环节|材料)"
)
"""A verb (with 新, 累计 and the like before it) whose object is counted; not 建设周期 or 投资额."""

NOMINAL = re.compile(
    r"投资|占地|增资|减持|增持|持股|融资|出口|进口|减负|减税|让利|退税|投入|产出|补贴|创收|研发|销售|生产"
)
"""Those that are nouns, too, and name what is measured where nothing follows them: 投资16.7亿元."""

GRADE = re.compile(r"[“\"]?[百千万]亿级")
"""How large each of the counted things is: 千亿级 in 两个千亿级产业."""
