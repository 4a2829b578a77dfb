<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>LoginPage</name>
    <message>
        <source>Your editor is ready.</source>
        <translation>您的编辑器已就绪。</translation>
    </message>
    <message>
        <source>Open the editor</source>
        <translation>打开编辑器</translation>
    </message>
</context>
<context>
    <name>swarm::AboutDialog</name>
    <message>
        <source>About Remote Swarm</source>
        <translation>关于 Remote Swarm</translation>
    </message>
    <message>
        <source>Keeps your VS Code editors on Fly.io: create, open, stop and watch them.</source>
        <translation>管理您在 Fly.io 上的 VS Code 编辑器：创建、打开、停止和监视。</translation>
    </message>
    <message>
        <source>Version %1
Qt %2
%3, %4</source>
        <translation>版本 %1
Qt %2
%3，%4</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
</context>
<context>
    <name>swarm::AccountButton</name>
    <message>
        <source>Switch account</source>
        <translation>切换账户</translation>
    </message>
    <message>
        <source>Switch organization</source>
        <translation>切换组织</translation>
    </message>
    <message>
        <source>Add another account…</source>
        <translation>添加另一个账户…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Demo: nothing here is real or costs money</source>
        <translation>演示：这里的一切都不是真的，也不花钱</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>账户：%1</translation>
    </message>
    <message>
        <source>Organization: %1</source>
        <translation>组织：%1</translation>
    </message>
    <message>
        <source>Signed in for this session only</source>
        <translation>仅在本次会话中登录</translation>
    </message>
    <message>
        <source>Token for everything that you may do</source>
        <translation>令牌可做您能做的一切</translation>
    </message>
    <message>
        <source>Token for one organization</source>
        <translation>令牌仅限一个组织</translation>
    </message>
    <message>
        <source>Token for %1 only</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>令牌仅限 %1</translation>
    </message>
    <message>
        <source>may only read</source>
        <translation>只能读取</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>退出登录…</translation>
    </message>
    <message>
        <source>Leaves as soon as what is under way has ended</source>
        <translation>正在进行的操作结束后即离开</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>%1 (leaving)</source>
        <extracomment>%1 is an account and its organization</extracomment>
        <translation>%1（即将离开）</translation>
    </message>
</context>
<context>
    <name>swarm::AccountsPage</name>
    <message>
        <source>No account is signed in on this computer.</source>
        <translation>此电脑上没有登录任何账户。</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>使用此账户(&amp;U)</translation>
    </message>
    <message>
        <source>Sign &amp;out…</source>
        <translation>退出登录(&amp;O)…</translation>
    </message>
    <message>
        <source>Add &amp;another…</source>
        <translation>添加其他账户(&amp;A)…</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Tokens are kept in this computer&apos;s keychain and nowhere else. Signing out removes all that is kept here about the account; what runs on Fly.io goes on.</source>
        <translation>令牌只保存在此电脑的密钥环中。退出登录会删除此处保存的所有与该账户有关的内容；在 Fly.io 上运行的实例会继续运行。</translation>
    </message>
    <message>
        <source>%1 · in use, %2</source>
        <translation>%1 · 使用中，%2</translation>
    </message>
    <message>
        <source>%1, until what is under way has ended</source>
        <extracomment>%1 is &quot;ada@example.org · in use, personal&quot;</extracomment>
        <translation>%1，直到正在进行的操作结束</translation>
    </message>
</context>
<context>
    <name>swarm::ActivityBar</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%n 个已完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swarm::AdoptDialog</name>
    <message>
        <source>Looking for editors that somebody else made…</source>
        <translation>正在寻找他人创建的编辑器…</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Adopt an editor</source>
        <translation>接管编辑器</translation>
    </message>
    <message>
        <source>Editors that somebody else made</source>
        <translation>他人创建的编辑器</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Why it seems to be one</source>
        <translation>为何看起来是编辑器</translation>
    </message>
    <message>
        <source>Name in your swarm</source>
        <translation>在您的群中的名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There are no editors that somebody else made.</source>
        <translation>没有他人创建的编辑器。</translation>
    </message>
    <message>
        <source>Adopting writes our marks on the machine and changes nothing else: it is not restarted.</source>
        <translation>接管只在机器上写下我们的标记，不更改其他内容：不会重启。</translation>
    </message>
</context>
<context>
    <name>swarm::BackupDialog</name>
    <message>
        <source>Back up %1</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>&amp;Replace the file that is there</source>
        <translation>替换已有的文件(&amp;R)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>Archives (*.tar.gz)</source>
        <translation>归档 (*.tar.gz)</translation>
    </message>
    <message>
        <source>Name a file, such as %1.</source>
        <translation>请指定文件，例如 %1。</translation>
    </message>
    <message>
        <source>Name the folder as well.</source>
        <translation>请同时指定文件夹。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>%1 has to run for that: start it first.</source>
        <translation>为此 %1 必须正在运行：请先启动。</translation>
    </message>
    <message>
        <source>Copies /home/coder into an archive on this computer, with about 40 MB a minute at most. What is written meanwhile may be in it or not.</source>
        <translation>把 /home/coder 复制到本机的归档中，每分钟最多约 40 MB。其间写入的内容可能在其中，也可能不在。</translation>
    </message>
</context>
<context>
    <name>swarm::ChangeDialog</name>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>swarm::ChangeDialogs</name>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>Resi&amp;ze…</source>
        <translation>调整大小(&amp;Z)…</translation>
    </message>
    <message>
        <source>E&amp;xtend the disk…</source>
        <translation>扩大磁盘(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Image…</source>
        <translation>镜像(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Environment…</source>
        <translation>环境变量(&amp;E)…</translation>
    </message>
    <message>
        <source>I&amp;dle rule…</source>
        <translation>空闲规则(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Password…</source>
        <translation>密码(&amp;P)…</translation>
    </message>
    <message>
        <source>Take a &amp;snapshot…</source>
        <translation>创建快照(&amp;S)…</translation>
    </message>
    <message>
        <source>Res&amp;tore a snapshot…</source>
        <translation>恢复快照(&amp;T)…</translation>
    </message>
    <message>
        <source>Earlier &amp;versions…</source>
        <translation>早期版本(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Clone…</source>
        <translation>克隆(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>迁移(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Go back to the earlier copy…</source>
        <translation>返回早期副本(&amp;G)…</translation>
    </message>
    <message>
        <source>Remove earlier c&amp;opies…</source>
        <translation>移除早期副本(&amp;O)…</translation>
    </message>
    <message>
        <source>Recreate the mac&amp;hine…</source>
        <translation>重建机器(&amp;H)…</translation>
    </message>
    <message>
        <source>Po&amp;rts…</source>
        <translation>端口(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>swarm::CloneDialog</name>
    <message>
        <source>Clone %1</source>
        <translation>克隆 %1</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>克隆</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>区域(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>A second instance of its own, with a password of its own: about %1 an hour while it runs, and %2 a month for its disk.</source>
        <extracomment>money an hour, money a month</extracomment>
        <translation>一个独立的第二实例，有自己的密码：运行时每小时约 %1，磁盘每月 %2。</translation>
    </message>
</context>
<context>
    <name>swarm::ColumnMenu</name>
    <message>
        <source>As at first</source>
        <translation>恢复最初布局</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
</context>
<context>
    <name>swarm::CommandPalette</name>
    <message>
        <source>Nothing of that name can be done now.</source>
        <translation>目前没有这个名称的操作。</translation>
    </message>
    <message>
        <source>Do something</source>
        <translation>执行操作</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Type what to do, or the name of an instance</source>
        <translation>输入要做的事，或实例的名称</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>可以做的事</translation>
    </message>
</context>
<context>
    <name>swarm::Configuration</name>
    <message>
        <source>%1 below [%2] in %3 is &quot;%4&quot;</source>
        <extracomment>%1 is a key, %2 a group, %3 a file, %4 what stands there</extracomment>
        <translation>%3 中 [%2] 下的 %1 是“%4”</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;</source>
        <extracomment>%1 is an environment variable</extracomment>
        <translation>%1 是“%2”</translation>
    </message>
    <message>
        <source>use milliseconds, from 1 to %1</source>
        <translation>请用毫秒，从 1 到 %1</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>没有这个设置</translation>
    </message>
    <message>
        <source>use the short name of an organization, such as my-team</source>
        <translation>请用组织的短名称，例如 my-team</translation>
    </message>
    <message>
        <source>use a region code of three small letters, such as ams</source>
        <translation>请用三个小写字母的区域代码，例如 ams</translation>
    </message>
    <message>
        <source>use one of the regions that are set: %1</source>
        <translation>请用已设置的区域之一：%1</translation>
    </message>
    <message>
        <source>use region codes with commas between them, such as ams,fra</source>
        <translation>请用逗号分隔的区域代码，例如 ams,fra</translation>
    </message>
    <message>
        <source>use a number from 0 to %1</source>
        <translation>请用 0 到 %1 的数字</translation>
    </message>
    <message>
        <source>the longest pause must not be shorter than the first one</source>
        <translation>最长的间隔不得短于最初的间隔</translation>
    </message>
    <message>
        <source>use a number from 1 to %1</source>
        <translation>请用 1 到 %1 的数字</translation>
    </message>
    <message>
        <source>use REPOSITORY or REPOSITORY:TAG, such as codercom/code-server:latest</source>
        <translation>请用 REPOSITORY 或 REPOSITORY:TAG，例如 codercom/code-server:latest</translation>
    </message>
    <message>
        <source>use debug, info, warning or error</source>
        <translation>请用 debug、info、warning 或 error</translation>
    </message>
    <message>
        <source>%1 cannot be read: it must be an INI file that you may read</source>
        <translation>无法读取 %1：它必须是您可以读取的 INI 文件</translation>
    </message>
    <message>
        <source>A setting cannot be used and is ignored.</source>
        <translation>有一项设置无法使用，已忽略。</translation>
    </message>
    <message>
        <source>%1 settings cannot be used and are ignored.</source>
        <translation>有 %1 项设置无法使用，已忽略。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Remote Swarm: it is left alone, and nothing in it is used. Look for a newer version</source>
        <translation>%1 由更新版本的 Remote Swarm 写入：该文件保持不变，其中内容不会被使用。请查找更新的版本</translation>
    </message>
</context>
<context>
    <name>swarm::ConfigurationPage</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Idle rule</source>
        <translation>空闲规则</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>As Fly.io has it</source>
        <translation>Fly.io 上的原样</translation>
    </message>
    <message>
        <source>Copy the configuration</source>
        <translation>复制配置</translation>
    </message>
    <message>
        <source>Configuration of the machine, as JSON</source>
        <translation>机器的配置（JSON）</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <extracomment>%1 is a part of a configuration, such as &quot;Size&quot;</extracomment>
        <translation>更改：%1</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>正在询问 Fly.io…</translation>
    </message>
    <message>
        <source>No variables</source>
        <translation>没有变量</translation>
    </message>
    <message>
        <source>What looks like a secret is blanked.</source>
        <translation>看似机密的内容已遮盖。</translation>
    </message>
</context>
<context>
    <name>swarm::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>swarm::CostWords</name>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Dedicated addresses</source>
        <translation>专用地址</translation>
    </message>
    <message>
        <source>Image kept while asleep</source>
        <translation>休眠期间保留的镜像</translation>
    </message>
    <message>
        <source>at least about %1</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>至少约 %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 of running</source>
        <extracomment>%1 is a duration such as &quot;3 d 4 h&quot;</extracomment>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>%1 asleep</source>
        <translation>休眠 %1</translation>
    </message>
    <message>
        <source>It has not run long enough lately to judge its size.</source>
        <translation>它最近运行得不够久，无法判断其大小。</translation>
    </message>
    <message>
        <source>Its size fits what it did in the last days.</source>
        <translation>它的大小符合最近几天的用量。</translation>
    </message>
    <message>
        <source>A smaller size would do, but hardly save anything.</source>
        <translation>更小的大小也够用，但几乎不省钱。</translation>
    </message>
    <message>
        <source>In the last days it hardly used more than %1 cores and %2 of memory.</source>
        <extracomment>%1 is a number of CPU cores, %2 an amount of memory</extracomment>
        <translation>最近几天它几乎没有用超过 %1 个核和 %2 内存。</translation>
    </message>
    <message>
        <source>It ran out of memory.</source>
        <translation>它内存耗尽了。</translation>
    </message>
    <message>
        <source>Its memory is nearly full: up to %1 in use.</source>
        <translation>它的内存快满了：最多用到 %1。</translation>
    </message>
    <message>
        <source>Its shared CPUs are slowed down often: it wants more than their share.</source>
        <translation>它的共享 CPU 经常被限速：它需要的超过其份额。</translation>
    </message>
    <message>
        <source>Its CPUs are nearly always busy.</source>
        <translation>它的 CPU 几乎总是繁忙。</translation>
    </message>
    <message>
        <source>It wants more than the largest size of its kind of CPU has.</source>
        <translation>它需要的超过此类 CPU 的最大大小。</translation>
    </message>
    <message>
        <source>This saves about %1 an hour while it runs.</source>
        <translation>运行时每小时约节省 %1。</translation>
    </message>
    <message>
        <source>This costs about %1 more an hour while it runs.</source>
        <translation>运行时每小时约多花 %1。</translation>
    </message>
    <message>
        <source>This saves about %1 a month if it runs as much as lately, %2 an hour.</source>
        <translation>若照最近的用量运行，每月约节省 %1，每小时 %2。</translation>
    </message>
    <message>
        <source>This costs about %1 more a month if it runs as much as lately, %2 an hour.</source>
        <translation>若照最近的用量运行，每月约多花 %1，每小时 %2。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1/h</source>
        <extracomment>%1 is an amount of money: &quot;about $0.018/h&quot;</extracomment>
        <translation>每小时 %1</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>每月 %1</translation>
    </message>
    <message>
        <source>%1 this month</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>本月%1</translation>
    </message>
    <message>
        <source>When stopped, it costs nothing.</source>
        <translation>停止后不产生费用。</translation>
    </message>
    <message>
        <source>When stopped, %1 a month remains.</source>
        <translation>停止后，每月仍有 %1。</translation>
    </message>
    <message>
        <source>When stopped, %1 a month remains: %2.</source>
        <extracomment>%1 is an amount of money, %2 a list such as &quot;disk $1.50, snapshots $0.30&quot;</extracomment>
        <translation>停止后，每月仍有 %1：%2。</translation>
    </message>
    <message>
        <source>%1: %2 a month</source>
        <translation>%1：每月 %2</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1：未知</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>%1 is what is billed, %2 an amount of money, %3 a duration such as &quot;3 h of running&quot;</extracomment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>For %1 nobody knows whether it ran</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>有 %1 无人知道它是否在运行</translation>
    </message>
    <message>
        <source>Estimate from list prices valid from %1, before tax</source>
        <extracomment>%1 is a date</extracomment>
        <translation>按自 %1 起的标价估算，税前</translation>
    </message>
    <message>
        <source>Better: %1.</source>
        <extracomment>%1 is a size such as &quot;2 shared CPU · 4 GB&quot;</extracomment>
        <translation>更合适：%1。</translation>
    </message>
    <message>
        <source>It can then be stopped, but not suspended.</source>
        <translation>之后它可以停止，但不能挂起。</translation>
    </message>
    <message>
        <source>The file of prices cannot be read: %1</source>
        <translation>无法读取价格文件：%1</translation>
    </message>
    <message>
        <source>The file of prices is no JSON: %1</source>
        <translation>价格文件不是 JSON：%1</translation>
    </message>
    <message>
        <source>The file of prices is for a later version of Remote Swarm</source>
        <translation>价格文件属于更新版本的 Remote Swarm</translation>
    </message>
    <message>
        <source>%1 is no price that Remote Swarm knows</source>
        <translation>%1 不是 Remote Swarm 认识的价格</translation>
    </message>
    <message>
        <source>The file of prices holds no object</source>
        <translation>价格文件中没有对象</translation>
    </message>
    <message>
        <source>%1 is no object</source>
        <translation>%1 不是对象</translation>
    </message>
    <message>
        <source>%1 is no number (%2)</source>
        <translation>%1 不是数字 (%2)</translation>
    </message>
    <message>
        <source>%1 is no whole number (%2)</source>
        <translation>%1 不是整数 (%2)</translation>
    </message>
    <message>
        <source>%1 is below zero (%2)</source>
        <translation>%1 小于零 (%2)</translation>
    </message>
    <message>
        <source>%1 is no date such as 2026-10-01 (%2)</source>
        <translation>%1 不是日期，日期形如 2026-10-01 (%2)</translation>
    </message>
</context>
<context>
    <name>swarm::CreateDialog</name>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>新建实例</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Image repository</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Image tag</source>
        <translation>镜像标签</translation>
    </message>
    <message>
        <source>Holds /home/coder: projects, extensions, settings. Can grow later, never shrink.</source>
        <translation>存放 /home/coder：项目、扩展、设置。以后可以扩大，不能缩小。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>区域(&amp;R)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>&amp;Disk</source>
        <translation>磁盘(&amp;D)</translation>
    </message>
    <message>
        <source>When &amp;idle</source>
        <translation>空闲时(&amp;I)</translation>
    </message>
    <message>
        <source>I&amp;mage</source>
        <translation>镜像(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境变量(&amp;E)</translation>
    </message>
    <message>
        <source>Minutes until it stops</source>
        <translation>停止前的分钟数</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>KEY=VALUE, one on a line</source>
        <translation>键=值，每行一个</translation>
    </message>
    <message>
        <source>For code-server, one on a line</source>
        <translation>用于 code-server，每行一个</translation>
    </message>
    <message>
        <source>Shared IPv4 and IPv6, free</source>
        <translation>共享 IPv4 和 IPv6，免费</translation>
    </message>
    <message>
        <source>Dedicated IPv4, about %1 a month</source>
        <translation>专用 IPv4，每月约 %1</translation>
    </message>
    <message>
        <source>Private network only</source>
        <translation>仅专用网络</translation>
    </message>
    <message>
        <source>Re&amp;pository</source>
        <translation>仓库(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Ar&amp;guments</source>
        <translation>参数(&amp;G)</translation>
    </message>
    <message>
        <source>%1 · nearest</source>
        <extracomment>%1 is a place, such as &quot;Amsterdam (ams)&quot;</extracomment>
        <translation>%1 · 最近</translation>
    </message>
    <message>
        <source>Suspend (only up to 2 GB of memory)</source>
        <translation>挂起（仅限内存不超过 2 GB）</translation>
    </message>
    <message>
        <source>Will have no public address.</source>
        <translation>将没有公共地址。</translation>
    </message>
    <message>
        <source>Will answer at %1, or with four more characters where that is taken.</source>
        <extracomment>%1 is the address, such as thesis.fly.dev</extracomment>
        <translation>将在 %1 应答；若已被占用，则再加四个字符。</translation>
    </message>
    <message>
        <source>About %1 an hour while running</source>
        <translation>运行时每小时约 %1</translation>
    </message>
    <message>
        <source>%1 a month for disk and address, always</source>
        <translation>磁盘和地址每月 %1，始终计费</translation>
    </message>
    <message>
        <source>%1 a month for the disk, always</source>
        <translation>磁盘每月 %1，始终计费</translation>
    </message>
    <message>
        <source>%1 hours a month: about %2. Prices of %3 for %4, before tax.</source>
        <extracomment>%1 hours, %2 money, %3 a date, %4 a place</extracomment>
        <translation>每月 %1 小时：约 %2。%3 的价格，%4，税前。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>More: repository to clone, environment, address, ports, arguments</source>
        <translation>更多：要克隆的仓库、环境变量、地址、端口、参数</translation>
    </message>
    <message>
        <source>Outside:inside:handlers, such as 3000:3000:tls,http; one on a line</source>
        <extracomment>an example; the words in it stay as they are</extracomment>
        <translation>外部:内部:处理器，例如 3000:3000:tls,http；每行一个</translation>
    </message>
    <message>
        <source>P&amp;orts</source>
        <translation>端口(&amp;O)</translation>
    </message>
    <message>
        <source>%1 is no port: write it like 3000:3000:tls,http.</source>
        <extracomment>%1 is what somebody typed; the example stays as it is</extracomment>
        <translation>%1 不是端口：请写成 3000:3000:tls,http 的形式。</translation>
    </message>
</context>
<context>
    <name>swarm::DataRollBackDialog</name>
    <message>
        <source>Restore a snapshot of %1</source>
        <translation>恢复 %1 的快照</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>&amp;Snapshot</source>
        <translation>快照(&amp;S)</translation>
    </message>
    <message>
        <source>The files are as they were then. The present disk is kept beside, asleep, for about %1 a month, until you remove it or go back to it.</source>
        <translation>文件将回到当时的样子。当前磁盘保留在旁、处于休眠，每月约 %1，直到您移除它或返回。</translation>
    </message>
</context>
<context>
    <name>swarm::DeleteDialog</name>
    <message>
        <source>running now</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>last ran %1 ago</source>
        <translation>上次运行于 %1前</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>The machine in %1, %2</source>
        <translation>位于 %1 的机器，%2</translation>
    </message>
    <message>
        <source>The disk of %1 GB with everything in /home/coder</source>
        <translation>%1 GB 的磁盘以及 /home/coder 中的一切</translation>
    </message>
    <message>
        <source>The disk with everything in /home/coder</source>
        <translation>磁盘以及 /home/coder 中的一切</translation>
    </message>
    <message>
        <source>Its addresses</source>
        <translation>它的地址</translation>
    </message>
    <message>
        <source>The address %1</source>
        <translation>地址 %1</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Delete instance</source>
        <translation>删除实例</translation>
    </message>
    <message>
        <source>Delete instances</source>
        <translation>删除实例</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n instances?</source>
        <translation>
            <numerusform>删除 %n 个实例？</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <extracomment>%1 is what has to be typed, such as the name of the instance</extracomment>
        <translation>输入 %1 以确认：</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>delete %1</source>
        <extracomment>%1 is how many instances; this has to be typed</extracomment>
        <translation>delete %1</translation>
    </message>
    <message>
        <source>This saves about %1 a month for disk.</source>
        <translation>每月可节省磁盘费用约 %1。</translation>
    </message>
    <message>
        <source>These go now:</source>
        <translation>以下内容现在删除：</translation>
    </message>
    <message>
        <source>Machines, disks (%1 GB together) and addresses of these go now:</source>
        <translation>以下实例的机器、磁盘（共 %1 GB）和地址现在删除：</translation>
    </message>
    <message>
        <source>&amp;Keep a last snapshot for</source>
        <translation>保留最后一个快照(&amp;K)</translation>
    </message>
    <message>
        <source>Days to keep the snapshot</source>
        <translation>快照保留天数</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Can be restored until %1. It is stopped, the snapshot is taken, and only then the rest goes. What is stored costs about %2 per GB and month; the first %3 GB of all snapshots together are free.</source>
        <extracomment>%1 is a date, %2 money, %3 an amount in GB</extracomment>
        <translation>在 %1 之前可以恢复。先停止并创建快照，然后才删除其余部分。存储费用约为每月每 GB %2；所有快照合计的前 %3 GB 免费。</translation>
    </message>
    <message>
        <source>There is no undo, and no snapshot is kept.</source>
        <translation>无法撤销，也不保留快照。</translation>
    </message>
</context>
<context>
    <name>swarm::DeletedModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留至</translation>
    </message>
</context>
<context>
    <name>swarm::DeletedPane</name>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>抹除(&amp;E)…</translation>
    </message>
    <message>
        <source>Deleted instances</source>
        <translation>已删除的实例</translation>
    </message>
    <message numerus="yes">
        <source>Deleted, can be restored (%n)</source>
        <translation>
            <numerusform>已删除，可恢复 (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last snapshot</source>
        <translation>抹除最后的快照</translation>
    </message>
    <message>
        <source>Erase the last snapshot of %1? It is the only copy. There is no undo.</source>
        <translation>抹除 %1 的最后快照？这是唯一的副本。无法撤销。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>抹除</translation>
    </message>
</context>
<context>
    <name>swarm::DesktopPresence</name>
    <message>
        <source>Puts instances to sleep as set</source>
        <translation>按设置让实例休眠</translation>
    </message>
</context>
<context>
    <name>swarm::DetailsFold</name>
    <message>
        <source>Copy the details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>swarm::DetailsPane</name>
    <message>
        <source>No instance selected</source>
        <translation>未选择实例</translation>
    </message>
    <message>
        <source>Select one to see its address, its health and what it costs.</source>
        <translation>选择一个以查看其地址、健康状况和费用。</translation>
    </message>
    <message numerus="yes">
        <source>%n instances selected</source>
        <translation>
            <numerusform>已选择 %n 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 an hour now.</source>
        <translation>现在每小时约 %1。</translation>
    </message>
    <message>
        <source>None of them runs.</source>
        <translation>都没有在运行。</translation>
    </message>
    <message>
        <source>%1 GB of disk cost about %2 a month.</source>
        <translation>%1 GB 磁盘每月约 %2。</translation>
    </message>
    <message>
        <source>The buttons above act on all for which they make sense.</source>
        <translation>上方的按钮对所有适用的实例生效。</translation>
    </message>
</context>
<context>
    <name>swarm::DiskPage</name>
    <message>
        <source>How full the disk is</source>
        <translation>磁盘的使用程度</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>扩大…</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留至</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Take one now…</source>
        <translation>立即创建…</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>克隆…</translation>
    </message>
    <message>
        <source>Earlier copies</source>
        <translation>早期副本</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>返回…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>%1, about %2 a month</source>
        <extracomment>%1 a size such as &quot;10 GB&quot;, %2 money</extracomment>
        <translation>%1，每月约 %2</translation>
    </message>
    <message>
        <source>Its size is not known yet.</source>
        <translation>其大小尚不清楚。</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>正在询问 Fly.io…</translation>
    </message>
    <message>
        <source>How full it is is measured only while the machine runs.</source>
        <translation>只有机器运行时才测量使用程度。</translation>
    </message>
    <message>
        <source>How full it is could not be read.</source>
        <translation>无法读取使用程度。</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <extracomment>%1 and %2 are amounts such as &quot;3.2 GB&quot;</extracomment>
        <translation>%2 中已用 %1</translation>
    </message>
    <message>
        <source>No snapshot yet: Fly.io takes one a day.</source>
        <translation>尚无快照：Fly.io 每天创建一个。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Being taken</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1, disk of %2, asleep for %3, about %4 a month</source>
        <extracomment>%1 a place, %2 a size such as &quot;10 GB&quot;, %3 a time such as &quot;3 h&quot;, %4 money</extracomment>
        <translation>%1，磁盘 %2，已休眠 %3，每月约 %4</translation>
    </message>
</context>
<context>
    <name>swarm::DocumentationDialog</name>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>swarm::DropDialog</name>
    <message>
        <source>Earlier copies of %1</source>
        <translation>%1 的早期副本</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>永久移除</translation>
    </message>
    <message>
        <source>Their machines and disks go now, with what is only on them. There is no undo. The instance itself stays.</source>
        <translation>它们的机器和磁盘现在删除，连同只存在于其上的内容。无法撤销。实例本身保留。</translation>
    </message>
</context>
<context>
    <name>swarm::EnvironmentDialog</name>
    <message>
        <source>Environment of %1</source>
        <translation>%1 的环境变量</translation>
    </message>
    <message>
        <source>Change environment</source>
        <translation>更改环境变量</translation>
    </message>
    <message>
        <source>Asking the machine for its variables…</source>
        <translation>正在向机器询问变量…</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Whoever may read your organization at Fly.io can read these: passwords and tokens do not belong here.</source>
        <translation>凡能读取您在 Fly.io 上的组织的人都能读到这些：密码和令牌不应放在这里。</translation>
    </message>
</context>
<context>
    <name>swarm::ErrorCard</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>swarm::ErrorWords</name>
    <message>
        <source>The editor cannot be reached at its address.</source>
        <translation>无法在其地址访问编辑器。</translation>
    </message>
    <message>
        <source>Fly.io cannot be reached.</source>
        <translation>无法连接 Fly.io。</translation>
    </message>
    <message>
        <source>The editor did not answer in time.</source>
        <translation>编辑器没有及时应答。</translation>
    </message>
    <message>
        <source>The machine did not get there in time.</source>
        <translation>机器没有及时到达该状态。</translation>
    </message>
    <message>
        <source>Fly.io did not answer in time.</source>
        <translation>Fly.io 没有及时应答。</translation>
    </message>
    <message>
        <source>Try again; if it keeps failing, restart the instance.</source>
        <translation>再试一次；若一直失败，请重启实例。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>再试一次。</translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <extracomment>%1 is a duration such as &quot;2 min&quot;</extracomment>
        <translation>请在 %1后再试。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>一分钟后再试。</translation>
    </message>
    <message>
        <source>That version of the editor may not understand what the present one has written.</source>
        <translation>该版本的编辑器可能无法理解当前版本写下的内容。</translation>
    </message>
    <message>
        <source>A disk only grows, and this one is larger already.</source>
        <translation>磁盘只能变大，而这个已经更大了。</translation>
    </message>
    <message>
        <source>The machine of %1 is there: what lives is deleted or left alone, never forgotten.</source>
        <translation>%1 的机器还在：活着的只能删除或保留，不能遗忘。</translation>
    </message>
    <message>
        <source>Another version of Remote Swarm made %1: this one may look at it, not change it.</source>
        <translation>%1 由另一版本的 Remote Swarm 创建：此版本可以查看，不可更改。</translation>
    </message>
    <message>
        <source>This computer has no receipt of %1, so it cannot be restored from here.</source>
        <translation>本机没有 %1 的凭据，因此无法从这里恢复。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择另一个名称。</translation>
    </message>
    <message>
        <source>Take a snapshot first, then insist (--force).</source>
        <translation>先创建快照，然后坚持执行 (--force)。</translation>
    </message>
    <message>
        <source>Look for a newer version of Remote Swarm.</source>
        <translation>请寻找更新版本的 Remote Swarm。</translation>
    </message>
    <message>
        <source>Restore it on the computer where it was deleted.</source>
        <translation>请在删除它的那台电脑上恢复。</translation>
    </message>
    <message>
        <source>Fly.io does not accept this token.</source>
        <translation>Fly.io 不接受此令牌。</translation>
    </message>
    <message>
        <source>The token has expired or was revoked.</source>
        <translation>令牌已过期或被撤销。</translation>
    </message>
    <message>
        <source>This token may not do that.</source>
        <translation>此令牌无权这样做。</translation>
    </message>
    <message>
        <source>The keychain is locked, so what it keeps cannot be read.</source>
        <translation>密钥环已锁定，其中的内容无法读取。</translation>
    </message>
    <message>
        <source>This computer has no keychain to keep secrets in.</source>
        <translation>本机没有可保存机密的密钥环。</translation>
    </message>
    <message>
        <source>Fly.io does not know %1 any more.</source>
        <translation>Fly.io 已不认识 %1。</translation>
    </message>
    <message>
        <source>Fly.io cannot find what was asked for.</source>
        <translation>Fly.io 找不到所请求的内容。</translation>
    </message>
    <message>
        <source>The name %1 is taken.</source>
        <translation>名称 %1 已被占用。</translation>
    </message>
    <message>
        <source>That name is taken.</source>
        <translation>该名称已被占用。</translation>
    </message>
    <message>
        <source>%1 is busy with another change.</source>
        <translation>%1 正忙于另一项更改。</translation>
    </message>
    <message>
        <source>The instance is busy with another change.</source>
        <translation>该实例正忙于另一项更改。</translation>
    </message>
    <message>
        <source>%1 is in a state that does not allow this.</source>
        <translation>%1 所处的状态不允许这样做。</translation>
    </message>
    <message>
        <source>The instance is in a state that does not allow this.</source>
        <translation>该实例所处的状态不允许这样做。</translation>
    </message>
    <message>
        <source>Fly.io has no room for this size in the region at the moment.</source>
        <translation>Fly.io 目前在该区域没有此大小的空位。</translation>
    </message>
    <message>
        <source>The computer that holds the disk has no room for the machine at the moment.</source>
        <translation>存放磁盘的主机目前没有空位运行这台机器。</translation>
    </message>
    <message>
        <source>Fly.io has no room for a disk of this size at the moment.</source>
        <translation>Fly.io 目前没有空间放置此大小的磁盘。</translation>
    </message>
    <message>
        <source>The Fly.io account has reached a limit: trial, quota or payment.</source>
        <translation>Fly.io 账户已达上限：试用、配额或付款。</translation>
    </message>
    <message>
        <source>The connection broke before Fly.io answered, so it may or may not have happened.</source>
        <translation>连接在 Fly.io 应答之前中断，因此可能已执行，也可能没有。</translation>
    </message>
    <message>
        <source>Fly.io refused the request.</source>
        <translation>Fly.io 拒绝了请求。</translation>
    </message>
    <message>
        <source>Fly.io does not offer this.</source>
        <translation>Fly.io 不提供此功能。</translation>
    </message>
    <message>
        <source>Fly.io asks us to slow down.</source>
        <translation>Fly.io 要求我们放慢速度。</translation>
    </message>
    <message>
        <source>Something went wrong at Fly.io.</source>
        <translation>Fly.io 那边出了问题。</translation>
    </message>
    <message>
        <source>Fly.io sent an answer that makes no sense.</source>
        <translation>Fly.io 发来的应答毫无意义。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>A file on this computer could not be written.</source>
        <translation>这台电脑上的一个文件无法写入。</translation>
    </message>
    <message>
        <source>Sign in again with a new token.</source>
        <translation>请用新的令牌重新登录。</translation>
    </message>
    <message>
        <source>Sign in with a token that may change this organization.</source>
        <translation>请用可以更改此组织的令牌登录。</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation>解锁密钥环后重试。</translation>
    </message>
    <message>
        <source>Start a keychain such as GNOME Keyring or KWallet, or keep the secret for this session only.</source>
        <translation>启动一个密钥环，例如 GNOME Keyring 或 KWallet，或仅在本次会话中保留机密。</translation>
    </message>
    <message>
        <source>Refresh the list; it may have been deleted elsewhere.</source>
        <translation>刷新列表；它可能已在别处被删除。</translation>
    </message>
    <message>
        <source>Wait until that is over, then try again.</source>
        <translation>等它结束后再试。</translation>
    </message>
    <message>
        <source>Look at its state, then try again.</source>
        <translation>查看其状态后再试。</translation>
    </message>
    <message>
        <source>%1 is the nearest region that has room.</source>
        <translation>%1 是最近的有空位的区域。</translation>
    </message>
    <message>
        <source>Try another region or a smaller size, or try again later.</source>
        <translation>尝试另一个区域或更小的大小，或稍后再试。</translation>
    </message>
    <message>
        <source>Try a smaller disk or another region.</source>
        <translation>尝试更小的磁盘或另一个区域。</translation>
    </message>
    <message>
        <source>Try again later, or move it: that puts its data on another computer.</source>
        <translation>稍后再试，或者迁移：这会把数据放到另一台主机上。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>稍后再试。</translation>
    </message>
    <message>
        <source>Look at the organization&apos;s billing page on fly.io.</source>
        <translation>请查看 fly.io 上该组织的账单页面。</translation>
    </message>
    <message>
        <source>Check the network connection, then try again.</source>
        <translation>检查网络连接后再试。</translation>
    </message>
    <message>
        <source>Look at the list before you try again.</source>
        <translation>再试之前先看看列表。</translation>
    </message>
    <message>
        <source>The details say what it did not like.</source>
        <translation>详细信息说明了它不接受什么。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>过一会儿再试。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details.</source>
        <translation>再试一次；如果再次发生，请附上详细信息报告。</translation>
    </message>
    <message>
        <source>Look for room and rights on this computer&apos;s disk; the details name the file.</source>
        <translation>检查本机磁盘的空间和权限；详细信息中有文件名。</translation>
    </message>
    <message>
        <source>The change was taken back: everything is as it was.</source>
        <translation>更改已撤回：一切照旧。</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <extracomment>%1 is a list of things, such as &quot;app thesis and volume vol_123&quot;</extracomment>
        <translation>已撤回：%1。</translation>
    </message>
    <message>
        <source>Left behind and possibly still billing: %1. It is tried again at the next start.</source>
        <extracomment>%1 is a list of things, such as &quot;app thesis and volume vol_123&quot;</extracomment>
        <translation>遗留且可能仍在计费：%1。下次启动时会再次尝试。</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>代码：%1</translation>
    </message>
    <message>
        <source>Instance: %1</source>
        <translation>实例：%1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>步骤：%1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP 状态：%1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>请求编号：%1</translation>
    </message>
    <message>
        <source>The answer: %1</source>
        <translation>应答：%1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤回：%1</translation>
    </message>
    <message>
        <source>Left behind: %1</source>
        <translation>遗留：%1</translation>
    </message>
    <message>
        <source>Because of:</source>
        <translation>原因：</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请给它起个名字。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>名称最多 %1 个字符。</translation>
    </message>
    <message>
        <source>A name has a–z, 0–9 and dashes, begins with a letter and does not end with a dash.</source>
        <translation>名称由 a–z、0–9 和连字符组成，以字母开头，不以连字符结尾。</translation>
    </message>
    <message>
        <source>There is an instance named %1 already.</source>
        <translation>已有名为 %1 的实例。</translation>
    </message>
    <message>
        <source>A region is a code of three letters, such as ams.</source>
        <translation>区域是三个字母的代码，例如 ams。</translation>
    </message>
    <message>
        <source>Shared CPUs come as 1, 2, 4, 6 or 8.</source>
        <translation>共享 CPU 的数量为 1、2、4、6 或 8。</translation>
    </message>
    <message>
        <source>Performance CPUs come as 1, or as even numbers up to 16.</source>
        <translation>性能型 CPU 的数量为 1，或不超过 16 的偶数。</translation>
    </message>
    <message>
        <source>This many CPUs need at least %1 of memory.</source>
        <translation>这么多 CPU 至少需要 %1 内存。</translation>
    </message>
    <message>
        <source>This many CPUs can have at most %1 of memory.</source>
        <translation>这么多 CPU 最多可有 %1 内存。</translation>
    </message>
    <message>
        <source>Memory comes in steps of %1.</source>
        <translation>内存以 %1 为步长。</translation>
    </message>
    <message>
        <source>A disk has %1 to %2 GB.</source>
        <translation>磁盘为 %1 到 %2 GB。</translation>
    </message>
    <message>
        <source>Only machines of up to 2 GB can be suspended; choose to stop it instead.</source>
        <translation>只有内存不超过 2 GB 的机器可以挂起；请改选停止。</translation>
    </message>
    <message>
        <source>The idle time has to be 2 minutes or more.</source>
        <translation>空闲时间必须为 2 分钟或更长。</translation>
    </message>
    <message>
        <source>PASSWORD, HASHED_PASSWORD and PORT are set by Remote Swarm; the password is kept as a secret.</source>
        <translation>PASSWORD、HASHED_PASSWORD 和 PORT 由 Remote Swarm 设置；密码作为机密保存。</translation>
    </message>
    <message>
        <source>A variable&apos;s name has letters, digits and underscores and does not begin with a digit.</source>
        <translation>变量名由字母、数字和下划线组成，不以数字开头。</translation>
    </message>
    <message>
        <source>An image has a repository and a tag, such as codercom/code-server and latest.</source>
        <translation>镜像由仓库和标签组成，例如 codercom/code-server 和 latest。</translation>
    </message>
    <message>
        <source>app %1</source>
        <translation>应用 %1</translation>
    </message>
    <message>
        <source>volume %1</source>
        <translation>卷 %1</translation>
    </message>
    <message>
        <source>machine %1</source>
        <translation>机器 %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>地址 %1</translation>
    </message>
    <message>
        <source>secret %1</source>
        <translation>机密 %1</translation>
    </message>
    <message>
        <source>snapshot %1</source>
        <translation>快照 %1</translation>
    </message>
    <message>
        <source>domain %1</source>
        <translation>域名 %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>the end of a list: &quot;app thesis, volume vol_1&quot; and &quot;address 1.2.3.4&quot;</extracomment>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>The organization is on Fly.io&apos;s trial, and this is more than a trial may have.</source>
        <translation>该组织正在试用 Fly.io，此操作超出了试用范围。</translation>
    </message>
    <message>
        <source>Fly.io wants a payment method before it does this.</source>
        <translation>Fly.io 要求先添加付款方式才能执行此操作。</translation>
    </message>
    <message>
        <source>Add a payment method on the organization&apos;s billing page, then try again. Until then, machines end after five minutes.</source>
        <translation>请在组织的账单页面添加付款方式，然后重试。在此之前，机器会在五分钟后停止。</translation>
    </message>
    <message>
        <source>Add one on the organization&apos;s billing page, then try again.</source>
        <translation>请在组织的账单页面添加付款方式，然后重试。</translation>
    </message>
</context>
<context>
    <name>swarm::EventWords</name>
    <message>
        <source>Created by you</source>
        <translation>由您创建</translation>
    </message>
    <message>
        <source>Its machine was created by someone else, or by another program</source>
        <translation>其机器由他人或另一个程序创建</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Started by you</source>
        <translation>由您启动</translation>
    </message>
    <message>
        <source>Started by someone else, or by another program</source>
        <translation>由他人或另一个程序启动</translation>
    </message>
    <message>
        <source>Started on request</source>
        <translation>应请求启动</translation>
    </message>
    <message>
        <source>Started by Fly.io</source>
        <translation>由 Fly.io 启动</translation>
    </message>
    <message>
        <source>Stopped because nobody was connected</source>
        <translation>因无人连接而停止</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>由您停止</translation>
    </message>
    <message>
        <source>Stopped by someone else, or by another program</source>
        <translation>由他人或另一个程序停止</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>应请求停止</translation>
    </message>
    <message>
        <source>Stopped by Fly.io</source>
        <translation>由 Fly.io 停止</translation>
    </message>
    <message>
        <source>Suspended by you</source>
        <translation>由您挂起</translation>
    </message>
    <message>
        <source>Suspended by someone else, or by another program</source>
        <translation>由他人或另一个程序挂起</translation>
    </message>
    <message>
        <source>Suspended on request</source>
        <translation>应请求挂起</translation>
    </message>
    <message>
        <source>Suspended because nobody was connected</source>
        <translation>因无人连接而挂起</translation>
    </message>
    <message>
        <source>Restarted by you</source>
        <translation>由您重启</translation>
    </message>
    <message>
        <source>Restarted by someone else, or by another program</source>
        <translation>由他人或另一个程序重启</translation>
    </message>
    <message>
        <source>Restarted on request</source>
        <translation>应请求重启</translation>
    </message>
    <message>
        <source>Restarted by Fly.io</source>
        <translation>由 Fly.io 重启</translation>
    </message>
    <message>
        <source>Updated by you</source>
        <translation>由您更新</translation>
    </message>
    <message>
        <source>Updated by someone else, or by another program</source>
        <translation>由他人或另一个程序更新</translation>
    </message>
    <message>
        <source>Updated on request</source>
        <translation>应请求更新</translation>
    </message>
    <message>
        <source>Updated by Fly.io</source>
        <translation>由 Fly.io 更新</translation>
    </message>
    <message>
        <source>Its machine was removed by you</source>
        <translation>其机器由您移除</translation>
    </message>
    <message>
        <source>Its machine was removed by someone else, or by another program</source>
        <translation>其机器由他人或另一个程序移除</translation>
    </message>
    <message>
        <source>Its machine was removed on request</source>
        <translation>其机器应请求移除</translation>
    </message>
    <message>
        <source>Its machine was removed by Fly.io</source>
        <translation>其机器由 Fly.io 移除</translation>
    </message>
    <message>
        <source>Crashed with exit code %1 and was started again</source>
        <translation>崩溃（退出代码 %1），已重新启动</translation>
    </message>
    <message>
        <source>Crashed with exit code %1 and stopped</source>
        <translation>崩溃（退出代码 %1），已停止</translation>
    </message>
    <message>
        <source>Stopped because nobody had used it for %1</source>
        <extracomment>%1 is a duration such as &quot;30 min&quot;</extracomment>
        <translation>因 %1 无人使用而停止</translation>
    </message>
    <message>
        <source>The editor quit and was started again</source>
        <translation>编辑器退出，已重新启动</translation>
    </message>
    <message>
        <source>The editor quit, so it stopped</source>
        <translation>编辑器退出，因此停止</translation>
    </message>
    <message>
        <source>Fly.io could not start its machine</source>
        <translation>Fly.io 无法启动它的机器</translation>
    </message>
    <message>
        <source>Woken by a visit to its address</source>
        <translation>被访问其地址唤醒</translation>
    </message>
    <message>
        <source>Ran out of memory and was started again</source>
        <translation>内存耗尽，已重新启动</translation>
    </message>
    <message>
        <source>Ran out of memory and stopped</source>
        <translation>内存耗尽，已停止</translation>
    </message>
    <message>
        <source>Fly.io took the last update back</source>
        <translation>Fly.io 撤回了上次更新</translation>
    </message>
    <message>
        <source>Moved by Fly.io to other hardware</source>
        <translation>被 Fly.io 移到其他硬件</translation>
    </message>
    <message>
        <source>Fly.io reports: %1</source>
        <extracomment>%1 is a word of Fly.io&apos;s for something that happened to a machine</extracomment>
        <translation>Fly.io 报告：%1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>a date of this year: weekday, day, name of the month; see QLocale::toString() for the letters</extracomment>
        <translation>M月d日 dddd</translation>
    </message>
</context>
<context>
    <name>swarm::ExtendDialog</name>
    <message>
        <source>Extend the disk of %1</source>
        <translation>扩大 %1 的磁盘</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>扩大</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>New &amp;size</source>
        <translation>新的大小(&amp;S)</translation>
    </message>
    <message>
        <source>A disk has at most %1 GB, and this one has them.</source>
        <translation>磁盘最大 %1 GB，而它已达到。</translation>
    </message>
    <message>
        <source>About %1 a month, running or not, instead of %3 for %2. A disk never gets smaller again.</source>
        <extracomment>%1 and %3 are money, %2 a size such as &quot;10 GB&quot;</extracomment>
        <translation>每月约 %1，无论是否运行；%2 时为 %3。磁盘不会再变小。</translation>
    </message>
</context>
<context>
    <name>swarm::Face</name>
    <message>
        <source>Your token ends in %1. Make a new one on Fly.io and sign in with it, or everything here only waits.</source>
        <extracomment>%1 is a duration, such as &quot;5 h&quot;</extracomment>
        <translation>您的令牌将在 %1后失效。请在 Fly.io 上创建新令牌并用它登录，否则这里的一切都只能等待。</translation>
    </message>
    <message>
        <source>The tab Disk of the instance goes back to it or removes it. Its machine is %1.</source>
        <translation>在该实例的“磁盘”标签页中可以恢复到它或将其删除。它的机器是 %1。</translation>
    </message>
    <message>
        <source>Signed out. What was noted about operations that were cut off stays here, so that nothing is left billing: sign in again to have them settled.</source>
        <translation>已退出登录。有关被中断操作的记录保留在此处，以免有东西继续计费：请重新登录以完成处理。</translation>
    </message>
    <message>
        <source>Signed out, but some files could not be removed.</source>
        <translation>已退出登录，但有些文件无法删除。</translation>
    </message>
    <message>
        <source>Signed out, but the keychain still holds passwords of this account&apos;s editors: remove what is called remote-swarm there.</source>
        <translation>已退出登录，但密钥环中仍有该账户编辑器的密码：请在其中删除名为 remote-swarm 的条目。</translation>
    </message>
</context>
<context>
    <name>swarm::FollowUp</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>返回…</translation>
    </message>
</context>
<context>
    <name>swarm::GoBackDialog</name>
    <message>
        <source>Earlier copy of %1</source>
        <translation>%1 的早期副本</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The newest of them takes the place of the present machine and disk, which are kept asleep instead. What was written since stays on the present disk.</source>
        <translation>其中最新的将取代当前的机器和磁盘，后者转为休眠保留。此后写入的内容留在当前磁盘上。</translation>
    </message>
</context>
<context>
    <name>swarm::Health</name>
    <message>
        <source>%1 is healthy: it runs and its editor answers.</source>
        <translation>%1 健康：正在运行，编辑器有应答。</translation>
    </message>
    <message>
        <source>%1 is asleep, as it was asked to be.</source>
        <translation>%1 正按要求休眠。</translation>
    </message>
    <message>
        <source>%1 is changing: %2.</source>
        <translation>%1 正在变化：%2。</translation>
    </message>
    <message>
        <source>%1 has just been started; its editor does not answer yet.</source>
        <translation>%1 刚刚启动；其编辑器尚无应答。</translation>
    </message>
    <message>
        <source>%1 runs, and its editor does not pass its check.</source>
        <translation>%1 在运行，但其编辑器未通过检查。</translation>
    </message>
    <message>
        <source>%1 is stuck: %2.</source>
        <translation>%1 卡住了：%2。</translation>
    </message>
    <message>
        <source>Fly.io cannot reach the computer that %1 is on; what is known of it is old.</source>
        <translation>Fly.io 无法访问 %1 所在的主机；所知情况已旧。</translation>
    </message>
    <message>
        <source>The region of %1 did not answer; what is known of it is old.</source>
        <translation>%1 所在的区域没有应答；所知情况已旧。</translation>
    </message>
    <message>
        <source>%1 stopped because it ran out of memory.</source>
        <translation>%1 因内存耗尽而停止。</translation>
    </message>
    <message>
        <source>%1 crashed with code %2.</source>
        <translation>%1 崩溃，代码 %2。</translation>
    </message>
    <message>
        <source>The machine of %1 has failed.</source>
        <translation>%1 的机器失败了。</translation>
    </message>
    <message>
        <source>The machine of %1 is gone.</source>
        <translation>%1 的机器不见了。</translation>
    </message>
    <message>
        <source>%1 is in a state that this version does not know: %2.</source>
        <translation>%1 处于此版本不认识的状态：%2。</translation>
    </message>
    <message>
        <source>Wait a little; the list shows when it changes.</source>
        <translation>稍等片刻；有变化时列表会显示。</translation>
    </message>
    <message>
        <source>Start it.</source>
        <translation>启动它。</translation>
    </message>
    <message>
        <source>Restart it.</source>
        <translation>重启它。</translation>
    </message>
    <message>
        <source>Stop it by force.</source>
        <translation>强制停止它。</translation>
    </message>
    <message>
        <source>Give it more memory: resize it.</source>
        <translation>给它更多内存：调整大小。</translation>
    </message>
    <message>
        <source>Recreate its machine; the disk stays.</source>
        <translation>重建它的机器；磁盘保留。</translation>
    </message>
    <message>
        <source>Restore its last snapshot on another computer.</source>
        <translation>在另一台主机上恢复它的最后快照。</translation>
    </message>
    <message>
        <source>Forget it, if it is not wanted any more.</source>
        <translation>如果不再需要，请遗忘它。</translation>
    </message>
    <message>
        <source>It has been up for %1.</source>
        <extracomment>%1 is a duration such as &quot;2 h 14 min&quot;</extracomment>
        <translation>它已运行 %1。</translation>
    </message>
    <message>
        <source>It has been so for %1.</source>
        <extracomment>%1 is a duration such as &quot;12 min&quot;</extracomment>
        <translation>它处于此状态已 %1。</translation>
    </message>
</context>
<context>
    <name>swarm::IdleDialog</name>
    <message>
        <source>Idle rule of %1</source>
        <translation>%1 的空闲规则</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>更改规则</translation>
    </message>
    <message>
        <source>Minutes until it stops</source>
        <translation>停止前的分钟数</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>&amp;When nobody is connected</source>
        <translation>无人连接时(&amp;W)</translation>
    </message>
    <message>
        <source>Only machines of up to 2 GB can be suspended.</source>
        <translation>只有内存不超过 2 GB 的机器可以挂起。</translation>
    </message>
    <message>
        <source>It runs, and costs, until somebody stops it.</source>
        <translation>它会一直运行并计费，直到有人停止。</translation>
    </message>
</context>
<context>
    <name>swarm::ImageDialog</name>
    <message>
        <source>Image of %1</source>
        <translation>%1 的镜像</translation>
    </message>
    <message>
        <source>Change image</source>
        <translation>更改镜像</translation>
    </message>
    <message>
        <source>&amp;Change it all the same</source>
        <translation>仍然更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>仓库(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tag or version</source>
        <translation>标签或版本(&amp;T)</translation>
    </message>
    <message>
        <source>An image has a repository and a tag, such as codercom/code-server and latest.</source>
        <translation>镜像由仓库和标签组成，例如 codercom/code-server 和 latest。</translation>
    </message>
    <message>
        <source>An older editor may not understand what the newer one has written into the home folder.</source>
        <translation>较旧的编辑器可能无法理解较新版本写入主目录的内容。</translation>
    </message>
    <message>
        <source>Another major version may not understand what this one has written into the home folder.</source>
        <translation>另一个主版本可能无法理解此版本写入主目录的内容。</translation>
    </message>
    <message>
        <source>It has this image now.</source>
        <translation>它现在就是这个镜像。</translation>
    </message>
</context>
<context>
    <name>swarm::InstanceActions</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;uspend</source>
        <translation>挂起(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重启(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>更改(&amp;H)</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Select an instance first.</source>
        <translation>请先选择一个实例。</translation>
    </message>
    <message>
        <source>Change the selected instance</source>
        <translation>更改所选实例</translation>
    </message>
</context>
<context>
    <name>swarm::InstanceDetails</name>
    <message>
        <source>Nothing was done with it since the program began.</source>
        <translation>程序启动以来没有对它做过什么。</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>About the instance</source>
        <translation>关于该实例</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Fly.io did not tell of it lately; this is what was known last.</source>
        <translation>Fly.io 最近没有提到它；这是最后所知的情况。</translation>
    </message>
</context>
<context>
    <name>swarm::InstanceWords</name>
    <message>
        <source>Creating</source>
        <translation>创建中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>重启中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Suspending</source>
        <translation>挂起中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>更新中</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>删除中</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Starting · editor</source>
        <translation>启动中 · 编辑器</translation>
    </message>
    <message>
        <source>%1 just now</source>
        <extracomment>%1 is &quot;Stopped&quot; or &quot;Suspended&quot;, %2 a duration such as &quot;3 d&quot;</extracomment>
        <translation>刚刚%1</translation>
    </message>
    <message>
        <source>%1 %2 ago</source>
        <translation>%1，%2前</translation>
    </message>
    <message>
        <source>Unhealthy: Fly.io cannot reach the computer it runs on</source>
        <translation>不健康：Fly.io 无法访问它所在的主机</translation>
    </message>
    <message>
        <source>Unhealthy: the editor does not answer</source>
        <translation>不健康：编辑器无应答</translation>
    </message>
    <message>
        <source>Unhealthy: Fly.io does not list its machine any more</source>
        <translation>不健康：Fly.io 不再列出它的机器</translation>
    </message>
    <message>
        <source>Unhealthy: this version does not know the state that Fly.io reports</source>
        <translation>不健康：此版本不认识 Fly.io 报告的状态</translation>
    </message>
    <message>
        <source>Unhealthy: it ran out of memory</source>
        <translation>不健康：内存耗尽</translation>
    </message>
    <message>
        <source>Unhealthy: it crashed</source>
        <translation>不健康：崩溃了</translation>
    </message>
    <message>
        <source>Unhealthy: Fly.io could not run the machine</source>
        <translation>不健康：Fly.io 无法运行该机器</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存耗尽</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>the editor quit</source>
        <translation>编辑器已退出</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>crashed, exit code %1</source>
        <translation>崩溃，退出代码 %1</translation>
    </message>
    <message>
        <source>%1 · host unreachable</source>
        <extracomment>%1 is a state such as &quot;Running&quot;</extracomment>
        <translation>%1 · 主机无法访问</translation>
    </message>
    <message>
        <source>Running · editor not answering</source>
        <translation>运行中 · 编辑器无应答</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a state such as &quot;Stopped&quot;, %2 the reason, such as &quot;out of memory&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>Healthy: the editor answers</source>
        <translation>健康：编辑器有应答</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Recovering: the editor does not answer yet</source>
        <translation>恢复中：编辑器尚无应答</translation>
    </message>
    <message>
        <source>Recovering: the machine is changing</source>
        <translation>恢复中：机器正在变化</translation>
    </message>
    <message>
        <source>Asleep: a visit to its address wakes it</source>
        <translation>休眠：访问其地址会唤醒它</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>%1 shared CPU · %2</source>
        <extracomment>%1 is a number of CPUs, %2 an amount of memory</extracomment>
        <translation>%1 个共享 CPU · %2</translation>
    </message>
    <message>
        <source>%1 performance CPU · %2</source>
        <translation>%1 个性能型 CPU · %2</translation>
    </message>
    <message>
        <source>%1 shared · %2</source>
        <extracomment>%1 is a number of CPUs, %2 an amount of memory</extracomment>
        <translation>%1 共享 · %2</translation>
    </message>
    <message>
        <source>%1 perf · %2</source>
        <translation>%1 性能 · %2</translation>
    </message>
    <message>
        <source>Not read from the machine yet</source>
        <translation>尚未从机器读取</translation>
    </message>
    <message>
        <source>Off: runs until somebody stops it</source>
        <translation>关闭：一直运行，直到有人停止</translation>
    </message>
    <message>
        <source>Armed: suspends within minutes of the last tab closing</source>
        <translation>已启用：最后一个标签页关闭后几分钟内挂起</translation>
    </message>
    <message>
        <source>Armed: stops within minutes of the last tab closing</source>
        <translation>已启用：最后一个标签页关闭后几分钟内停止</translation>
    </message>
    <message>
        <source>Armed: stops %1 after the last activity</source>
        <translation>已启用：最后一次活动 %1后停止</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>保持运行</translation>
    </message>
    <message>
        <source>Suspend soon after the last tab closes</source>
        <translation>最后一个标签页关闭后不久挂起</translation>
    </message>
    <message>
        <source>Stop soon after the last tab closes</source>
        <translation>最后一个标签页关闭后不久停止</translation>
    </message>
    <message>
        <source>Stop a set time after the last activity</source>
        <translation>最后一次活动后经过设定时间停止</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>a date: day, name of the month, year; see QLocale::toString() for the letters</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>swarm::ListPane</name>
    <message>
        <source>Loading your swarm</source>
        <translation>正在加载您的群</translation>
    </message>
    <message>
        <source>No instances yet</source>
        <translation>还没有实例</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>新建实例</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Asking Fly.io what is there.</source>
        <translation>正在询问 Fly.io 有什么。</translation>
    </message>
    <message>
        <source>No instance has all of these words in its name, region, state, image, size or id.</source>
        <translation>没有任何实例的名称、区域、状态、镜像、大小或编号包含所有这些词。</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>data-cleaning-2026</source>
        <extracomment>A name of usual length, to make its column wide enough.</extracomment>
        <translation>data-cleaning-2026</translation>
    </message>
    <message>
        <source>Recreate</source>
        <translation>重建</translation>
    </message>
</context>
<context>
    <name>swarm::LogTools</name>
    <message>
        <source>Only what matches</source>
        <translation>仅匹配项</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Look for a regular expression</source>
        <translation>查找正则表达式</translation>
    </message>
    <message>
        <source>Look for, as a regular expression</source>
        <translation>查找（正则表达式）</translation>
    </message>
    <message>
        <source>Match before</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Source of the lines</source>
        <translation>日志来源</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Level of the lines</source>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Warnings, errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>swarm::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>That is no regular expression: %1.</source>
        <extracomment>%1 is what is wrong, in English</extracomment>
        <translation>这不是正则表达式：%1。</translation>
    </message>
    <message>
        <source>Paused. New lines that wait: %1</source>
        <translation>已暂停。等待中的新行：%1</translation>
    </message>
    <message>
        <source>Waiting for lines…</source>
        <translation>等待新行…</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>还没有日志。</translation>
    </message>
    <message>
        <source>Lines that match: %1 of %2</source>
        <extracomment>how many lines match, and how many there are</extracomment>
        <translation>匹配的行：%1 / %2</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>行数：%1</translation>
    </message>
    <message>
        <source>Save the lines that are shown</source>
        <translation>保存显示的行</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>没有匹配的行。</translation>
    </message>
    <message>
        <source>Match in line %1 of %2</source>
        <extracomment>%1 is the number of a line, %2 how many there are</extracomment>
        <translation>匹配位于第 %1 行，共 %2 行</translation>
    </message>
</context>
<context>
    <name>swarm::MainWindow</name>
    <message>
        <source>&amp;New instance</source>
        <translation>新建实例(&amp;N)</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>What nobody uses…</source>
        <translation>无人使用的内容…</translation>
    </message>
    <message>
        <source>Adopt an editor…</source>
        <translation>接管编辑器…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Do something…</source>
        <translation>执行操作…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>About Remote Swarm</source>
        <translation>关于 Remote Swarm</translation>
    </message>
    <message>
        <source>Remote Swarm · Demo</source>
        <translation>Remote Swarm · 演示</translation>
    </message>
    <message>
        <source>Remote Swarm</source>
        <translation>Remote Swarm</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>A Standard one (%1) costs about %2 an hour while it runs, and its disk of %3 GB about %4 a month.</source>
        <translation>标准实例（%1）运行时每小时约 %2，其 %3 GB 磁盘每月约 %4。</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Your token may only read. Sign in with another one to create instances.</source>
        <translation>您的令牌只能读取。要创建实例，请用另一个令牌登录。</translation>
    </message>
    <message>
        <source>Your token is for single apps only. Sign in with another one to create instances.</source>
        <translation>您的令牌仅限个别应用。要创建实例，请用另一个令牌登录。</translation>
    </message>
    <message>
        <source>The list below is as it was at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>下面的列表是 %1 时的情况。</translation>
    </message>
    <message>
        <source>The list below is as it was when Remote Swarm ran last.</source>
        <translation>下面的列表是 Remote Swarm 上次运行时的情况。</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>更改(&amp;H)</translation>
    </message>
    <message>
        <source>Remote Swarm stays in the tray</source>
        <translation>Remote Swarm 留在系统托盘中</translation>
    </message>
    <message>
        <source>Closing the window leaves Remote Swarm in the tray, where it keeps an eye on your swarm. Quit it from its menu there.</source>
        <translation>关闭窗口后，Remote Swarm 会留在系统托盘中继续照看您的群。可从那里的菜单退出。</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>留在托盘中</translation>
    </message>
    <message>
        <source>Quit when closed</source>
        <translation>关闭时退出</translation>
    </message>
    <message>
        <source>Between the list and the details</source>
        <translation>列表与详情之间</translation>
    </message>
    <message>
        <source>Billing page</source>
        <translation>账单页面</translation>
    </message>
    <message>
        <source>Remote Swarm %1 is there.</source>
        <extracomment>%1 is a version, such as 0.2.0</extracomment>
        <translation>Remote Swarm %1 已发布。</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>Columns and order…</source>
        <translation>列与排序…</translation>
    </message>
</context>
<context>
    <name>swarm::MetricsPage</name>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>CPU, in cores</source>
        <translation>CPU（核）</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>of</source>
        <translation>总量</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>in</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>out</source>
        <translation>流出</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>The last %1</source>
        <extracomment>%1 is a time, such as &quot;6 h&quot;</extracomment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>正在询问 Fly.io…</translation>
    </message>
    <message>
        <source>Nothing was measured in this time: the machine was off.</source>
        <translation>这段时间没有测量数据：机器处于关闭状态。</translation>
    </message>
</context>
<context>
    <name>swarm::MoveDialog</name>
    <message>
        <source>Move %1</source>
        <translation>迁移 %1</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>It moves to another computer of the same region.</source>
        <translation>它将移到同一区域的另一台主机。</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs, instead of %2.</source>
        <translation>运行时每小时约 %1，而非 %2。</translation>
    </message>
    <message>
        <source>Its disk is copied, and the address stays. The copy here is kept asleep, for about %1 a month, until you remove it or go back to it.</source>
        <translation>磁盘会被复制，地址保持不变。这里的副本保留为休眠状态，每月约 %1，直到您移除它或返回。</translation>
    </message>
</context>
<context>
    <name>swarm::Network</name>
    <message>
        <source>about %1 a month</source>
        <extracomment>%1 is an amount such as $2.00</extracomment>
        <translation>每月约 %1</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Shared IPv4</source>
        <translation>共享 IPv4</translation>
    </message>
    <message>
        <source>Dedicated IPv4</source>
        <translation>专用 IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Private IPv6</source>
        <translation>专用网络 IPv6</translation>
    </message>
    <message>
        <source>Outgoing IPv4</source>
        <translation>出站 IPv4</translation>
    </message>
    <message>
        <source>Outgoing IPv6</source>
        <translation>出站 IPv6</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>with its IPv4</source>
        <translation>随其 IPv4</translation>
    </message>
    <message>
        <source>Shared IPv4, %1: for the editor, and for ports with HTTP or TLS.</source>
        <extracomment>%1 is a price such as &quot;free&quot;, here and in what follows</extracomment>
        <translation>共享 IPv4，%1：用于编辑器，以及 HTTP 或 TLS 端口。</translation>
    </message>
    <message>
        <source>Dedicated IPv4, %1, also while the instance is stopped: for any port.</source>
        <translation>专用 IPv4，%1，实例停止时也计费：用于任何端口。</translation>
    </message>
    <message>
        <source>IPv6, %1: for any port, where visitors have IPv6.</source>
        <translation>IPv6，%1：用于任何端口，访问者需有 IPv6。</translation>
    </message>
    <message>
        <source>Private IPv6, %1: for visitors on a private network only.</source>
        <translation>专用网络 IPv6，%1：仅限专用网络中的访问者。</translation>
    </message>
    <message>
        <source>Outgoing IPv4 and IPv6, %1, also while the instance is stopped: it always calls from the same addresses.</source>
        <translation>出站 IPv4 和 IPv6，%1，实例停止时也计费：始终从相同的地址访问外部。</translation>
    </message>
    <message>
        <source>%1 is the last address of this instance. Without it nobody can reach the editor.</source>
        <translation>%1 是此实例的最后一个地址。没有它，谁都无法访问编辑器。</translation>
    </message>
    <message>
        <source>Waiting for the DNS</source>
        <translation>等待 DNS</translation>
    </message>
    <message>
        <source>Getting the certificate</source>
        <translation>正在获取证书</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <translation>已于 %1 过期</translation>
    </message>
    <message>
        <source>Ready until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>无证书</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Set this record where the DNS of %1 is kept:</source>
        <translation>请在 %1 的 DNS 所在处设置此记录：</translation>
    </message>
    <message>
        <source>Or, where an alias is not possible, these:</source>
        <translation>若无法使用别名，则设置这些：</translation>
    </message>
    <message>
        <source>Set this where the DNS of %1 is kept:</source>
        <translation>请在 %1 的 DNS 所在处设置：</translation>
    </message>
    <message>
        <source>This one is needed too, for a certificate with *:</source>
        <translation>带 * 的证书还需要这个：</translation>
    </message>
    <message>
        <source>With this one the certificate is ready before visitors are sent here:</source>
        <translation>有了它，在访问者被引到这里之前证书就已就绪：</translation>
    </message>
    <message>
        <source>Only when a proxy stands in front of it, this shows that the name is yours:</source>
        <translation>仅当前面有代理时，它可证明该名称属于您：</translation>
    </message>
    <message>
        <source>A name with * costs %1.</source>
        <translation>带 * 的名称费用为 %1。</translation>
    </message>
    <message>
        <source>The first %1 host names of an organization are free, then each costs %2.</source>
        <translation>每个组织的前 %1 个主机名免费，之后每个 %2。</translation>
    </message>
    <message>
        <source>Type a host name, such as code.example.com.</source>
        <translation>请输入主机名，例如 code.example.com。</translation>
    </message>
    <message>
        <source>Type the host name alone, without https://.</source>
        <translation>只输入主机名，不带 https://。</translation>
    </message>
    <message>
        <source>Type the host name alone, without what follows a slash.</source>
        <translation>只输入主机名，不带斜杠后的内容。</translation>
    </message>
    <message>
        <source>Type the host name alone, without a port.</source>
        <translation>只输入主机名，不带端口。</translation>
    </message>
    <message>
        <source>Type a host name, not an IP address.</source>
        <translation>请输入主机名，而不是 IP 地址。</translation>
    </message>
    <message>
        <source>Host names have letters, digits and dashes, with dots between.</source>
        <translation>主机名由字母、数字和连字符组成，以点分隔。</translation>
    </message>
    <message>
        <source>Host names have at most 63 characters between dots, and 253 in all.</source>
        <translation>主机名的点之间最多 63 个字符，总共最多 253 个。</translation>
    </message>
    <message>
        <source>Type the whole host name, such as code.example.com.</source>
        <translation>请输入完整的主机名，例如 code.example.com。</translation>
    </message>
    <message>
        <source>Names below fly.dev belong to Fly.io. Use a host name of your own.</source>
        <translation>fly.dev 下的名称属于 Fly.io。请用您自己的主机名。</translation>
    </message>
    <message>
        <source>%1 is not a port: use a number from 1 to 65535.</source>
        <translation>%1 不是端口：请用 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>%1 is not a port of the instance: use a number from 1 to 65535.</source>
        <translation>%1 不是实例的端口：请用 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>Use tcp or udp, not &quot;%1&quot;.</source>
        <translation>请用 tcp 或 udp，而不是“%1”。</translation>
    </message>
    <message>
        <source>Port %1 leads to the editor. Use another one.</source>
        <translation>端口 %1 通向编辑器。请用另一个。</translation>
    </message>
    <message>
        <source>Port %1 inside the instance is the editor&apos;s own: it is reached by https only.</source>
        <translation>实例内的端口 %1 属于编辑器：只能通过 https 访问。</translation>
    </message>
    <message>
        <source>Port %1: the handlers are http, tls, pg_tls and proxy_proto.</source>
        <translation>端口 %1：处理器为 http、tls、pg_tls 和 proxy_proto。</translation>
    </message>
    <message>
        <source>Port %1: udp has no handlers.</source>
        <translation>端口 %1：udp 没有处理器。</translation>
    </message>
    <message>
        <source>Port %1 is open already.</source>
        <translation>端口 %1 已经开放。</translation>
    </message>
    <message>
        <source>The shared IPv4 carries HTTP and TLS only: %1 does not work over it. Add a dedicated IPv4, %2.</source>
        <translation>共享 IPv4 只承载 HTTP 和 TLS：%1 无法通过。请添加专用 IPv4，%2。</translation>
    </message>
    <message>
        <source>The shared IPv4 carries HTTP and TLS only: %1 do not work over it. Add a dedicated IPv4, %2.</source>
        <translation>共享 IPv4 只承载 HTTP 和 TLS：%1 无法通过。请添加专用 IPv4，%2。</translation>
    </message>
</context>
<context>
    <name>swarm::NetworkPage</name>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Each instance has a private network of its own: none can reach a port of another one.</source>
        <translation>每个实例都有自己的专用网络：任何实例都无法访问另一个实例的端口。</translation>
    </message>
    <message>
        <source>Host names of your own</source>
        <translation>您自己的主机名</translation>
    </message>
    <message>
        <source>Host name to add</source>
        <translation>要添加的主机名</translation>
    </message>
    <message>
        <source>Copy the DNS records</source>
        <translation>复制 DNS 记录</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>正在询问 Fly.io…</translation>
    </message>
    <message>
        <source>It answers at %1 only.</source>
        <extracomment>%1 is an address such as box.fly.dev</extracomment>
        <translation>它只在 %1 应答。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Remove the address %1?</source>
        <extracomment>%1 is an address</extracomment>
        <translation>移除地址 %1？</translation>
    </message>
    <message>
        <source>Remove an address</source>
        <translation>移除地址</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove a host name</source>
        <translation>移除主机名</translation>
    </message>
    <message>
        <source>Remove %1 and its certificate? Nobody gets here by that name any more.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation>移除 %1 及其证书？之后无人能通过该名称到达这里。</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Ports…</source>
        <translation>端口…</translation>
    </message>
</context>
<context>
    <name>swarm::Notice</name>
    <message>
        <source>%1 goes on running</source>
        <extracomment>%1 is one name, or several</extracomment>
        <translation>%1 继续运行</translation>
    </message>
    <message>
        <source>About to stop %1</source>
        <translation>即将停止 %1</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>正在停止 %1</translation>
    </message>
    <message>
        <source>About to suspend %1</source>
        <translation>即将挂起 %1</translation>
    </message>
    <message>
        <source>Suspending %1</source>
        <translation>正在挂起 %1</translation>
    </message>
    <message>
        <source>The computer goes to sleep.</source>
        <translation>电脑即将睡眠。</translation>
    </message>
    <message>
        <source>The screen is locked.</source>
        <translation>屏幕已锁定。</translation>
    </message>
    <message>
        <source>You have been away for a while.</source>
        <translation>您已离开一段时间。</translation>
    </message>
    <message>
        <source>Remote Swarm ends.</source>
        <translation>Remote Swarm 即将结束。</translation>
    </message>
    <message numerus="yes">
        <source>In %n seconds, unless you come back.</source>
        <translation>
            <numerusform>%n 秒后，除非您回来。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fly.io cannot suspend %1: only machines with 2 GB or less.</source>
        <translation>Fly.io 无法挂起 %1：只有内存不超过 2 GB 的机器可以。</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 已就绪</translation>
    </message>
    <message>
        <source>%1 was suspended</source>
        <translation>%1 已被挂起</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 需要关注</translation>
    </message>
    <message>
        <source>%1 has been running for long</source>
        <translation>%1 已运行很久</translation>
    </message>
    <message>
        <source>This month&apos;s budget is used up</source>
        <translation>本月预算已用完</translation>
    </message>
    <message>
        <source>%1 % of this month&apos;s budget is used</source>
        <translation>本月预算已用 %1 %</translation>
    </message>
    <message>
        <source>Its disk keeps everything in /home/coder.</source>
        <translation>其磁盘保留 /home/coder 中的一切。</translation>
    </message>
    <message>
        <source>Why: %1.</source>
        <translation>原因：%1。</translation>
    </message>
    <message>
        <source>About %1 of %2 so far, without snapshots and addresses.</source>
        <translation>目前约 %1，预算 %2，不含快照和地址。</translation>
    </message>
    <message>
        <source>An instance became ready</source>
        <translation>实例已就绪</translation>
    </message>
    <message>
        <source>An instance stopped, and why</source>
        <translation>实例停止及其原因</translation>
    </message>
    <message>
        <source>Something failed or needs attention</source>
        <translation>有操作失败或需要关注</translation>
    </message>
    <message>
        <source>Instances are about to be suspended because you left</source>
        <translation>因您离开，实例即将被挂起</translation>
    </message>
    <message>
        <source>An instance has been running for long</source>
        <translation>实例已运行很久</translation>
    </message>
    <message>
        <source>80 % and 100 % of the monthly budget are used</source>
        <translation>每月预算用到 80 % 和 100 %</translation>
    </message>
    <message>
        <source>The computer goes to sleep</source>
        <translation>电脑进入睡眠</translation>
    </message>
    <message>
        <source>The screen is locked</source>
        <translation>屏幕锁定</translation>
    </message>
    <message>
        <source>Nobody touches the computer for long</source>
        <translation>长时间无人操作电脑</translation>
    </message>
    <message>
        <source>Remote Swarm quits</source>
        <translation>Remote Swarm 退出</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>什么都不做</translation>
    </message>
    <message>
        <source>Suspend what can suspend</source>
        <translation>挂起可以挂起的</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 ran out of memory</source>
        <translation>%1 内存耗尽</translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation>%1 崩溃了</translation>
    </message>
    <message>
        <source>It was started again; what was not saved is lost.</source>
        <translation>已重新启动；未保存的内容已丢失。</translation>
    </message>
</context>
<context>
    <name>swarm::NoticeBar</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>swarm::NoticeBoard</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Start and open</source>
        <translation>启动并打开</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Keep for 1 h</source>
        <translation>保留 1 小时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>swarm::OperationRow</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <extracomment>%1 is an operation, such as &quot;Start thesis&quot;</extracomment>
        <translation>取消：%1</translation>
    </message>
    <message>
        <source>Retry: %1</source>
        <translation>重试：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;Undo&quot; and the like, %2 an operation such as &quot;Stop thesis&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>关闭：%1</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>详细信息：%1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>时间：%1</translation>
    </message>
</context>
<context>
    <name>swarm::OperationWords</name>
    <message>
        <source>Create %1</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>已创建 %1</translation>
    </message>
    <message>
        <source>Could not create %1</source>
        <translation>无法创建 %1</translation>
    </message>
    <message>
        <source>Creating %1 was cancelled</source>
        <translation>已取消创建 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>Could not open %1</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>Opening %1 was cancelled</source>
        <translation>已取消打开 %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>已启动 %1</translation>
    </message>
    <message>
        <source>Could not start %1</source>
        <translation>无法启动 %1</translation>
    </message>
    <message>
        <source>Starting %1 was cancelled</source>
        <translation>已取消启动 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>已停止 %1</translation>
    </message>
    <message>
        <source>Could not stop %1</source>
        <translation>无法停止 %1</translation>
    </message>
    <message>
        <source>Stopping %1 was cancelled</source>
        <translation>已取消停止 %1</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>挂起 %1</translation>
    </message>
    <message>
        <source>Suspended %1</source>
        <translation>已挂起 %1</translation>
    </message>
    <message>
        <source>Could not suspend %1</source>
        <translation>无法挂起 %1</translation>
    </message>
    <message>
        <source>Suspending %1 was cancelled</source>
        <translation>已取消挂起 %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>已重启 %1</translation>
    </message>
    <message>
        <source>Could not restart %1</source>
        <translation>无法重启 %1</translation>
    </message>
    <message>
        <source>Restarting %1 was cancelled</source>
        <translation>已取消重启 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>Could not delete %1</source>
        <translation>无法删除 %1</translation>
    </message>
    <message>
        <source>Deleting %1 was cancelled</source>
        <translation>已取消删除 %1</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>Resized %1</source>
        <translation>已调整 %1 的大小</translation>
    </message>
    <message>
        <source>Could not resize %1</source>
        <translation>无法调整 %1 的大小</translation>
    </message>
    <message>
        <source>Resizing %1 was cancelled</source>
        <translation>已取消调整 %1 的大小</translation>
    </message>
    <message>
        <source>Extend the disk of %1</source>
        <translation>扩大 %1 的磁盘</translation>
    </message>
    <message>
        <source>Extended the disk of %1</source>
        <translation>已扩大 %1 的磁盘</translation>
    </message>
    <message>
        <source>Could not extend the disk of %1</source>
        <translation>无法扩大 %1 的磁盘</translation>
    </message>
    <message>
        <source>Extending the disk of %1 was cancelled</source>
        <translation>已取消扩大 %1 的磁盘</translation>
    </message>
    <message>
        <source>Change the image of %1</source>
        <translation>更改 %1 的镜像</translation>
    </message>
    <message>
        <source>Changed the image of %1</source>
        <translation>已更改 %1 的镜像</translation>
    </message>
    <message>
        <source>Could not change the image of %1</source>
        <translation>无法更改 %1 的镜像</translation>
    </message>
    <message>
        <source>Changing the image of %1 was cancelled</source>
        <translation>已取消更改 %1 的镜像</translation>
    </message>
    <message>
        <source>Change the environment of %1</source>
        <translation>更改 %1 的环境变量</translation>
    </message>
    <message>
        <source>Changed the environment of %1</source>
        <translation>已更改 %1 的环境变量</translation>
    </message>
    <message>
        <source>Could not change the environment of %1</source>
        <translation>无法更改 %1 的环境变量</translation>
    </message>
    <message>
        <source>Changing the environment of %1 was cancelled</source>
        <translation>已取消更改 %1 的环境变量</translation>
    </message>
    <message>
        <source>Change the idle rule of %1</source>
        <translation>更改 %1 的空闲规则</translation>
    </message>
    <message>
        <source>Changed the idle rule of %1</source>
        <translation>已更改 %1 的空闲规则</translation>
    </message>
    <message>
        <source>Could not change the idle rule of %1</source>
        <translation>无法更改 %1 的空闲规则</translation>
    </message>
    <message>
        <source>Changing the idle rule of %1 was cancelled</source>
        <translation>已取消更改 %1 的空闲规则</translation>
    </message>
    <message>
        <source>Change the ports of %1</source>
        <translation>更改 %1 的端口</translation>
    </message>
    <message>
        <source>Changed the ports of %1</source>
        <translation>已更改 %1 的端口</translation>
    </message>
    <message>
        <source>Could not change the ports of %1</source>
        <translation>无法更改 %1 的端口</translation>
    </message>
    <message>
        <source>Changing the ports of %1 was cancelled</source>
        <translation>已取消更改 %1 的端口</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>已重命名 %1</translation>
    </message>
    <message>
        <source>Could not rename %1</source>
        <translation>无法重命名 %1</translation>
    </message>
    <message>
        <source>Renaming %1 was cancelled</source>
        <translation>已取消重命名 %1</translation>
    </message>
    <message>
        <source>Give %1 a new password</source>
        <translation>给 %1 设新密码</translation>
    </message>
    <message>
        <source>Gave %1 a new password</source>
        <translation>已给 %1 设新密码</translation>
    </message>
    <message>
        <source>Could not give %1 a new password</source>
        <translation>无法给 %1 设新密码</translation>
    </message>
    <message>
        <source>Giving %1 a new password was cancelled</source>
        <translation>已取消给 %1 设新密码</translation>
    </message>
    <message>
        <source>Roll %1 back</source>
        <translation>回滚 %1</translation>
    </message>
    <message>
        <source>Rolled %1 back</source>
        <translation>已回滚 %1</translation>
    </message>
    <message>
        <source>Could not roll %1 back</source>
        <translation>无法回滚 %1</translation>
    </message>
    <message>
        <source>Rolling %1 back was cancelled</source>
        <translation>已取消回滚 %1</translation>
    </message>
    <message>
        <source>Roll the data of %1 back</source>
        <translation>回滚 %1 的数据</translation>
    </message>
    <message>
        <source>Rolled the data of %1 back</source>
        <translation>已回滚 %1 的数据</translation>
    </message>
    <message>
        <source>Could not roll the data of %1 back</source>
        <translation>无法回滚 %1 的数据</translation>
    </message>
    <message>
        <source>Rolling the data of %1 back was cancelled</source>
        <translation>已取消回滚 %1 的数据</translation>
    </message>
    <message>
        <source>Take a snapshot of %1</source>
        <translation>创建 %1 的快照</translation>
    </message>
    <message>
        <source>Took a snapshot of %1</source>
        <translation>已创建 %1 的快照</translation>
    </message>
    <message>
        <source>Could not take a snapshot of %1</source>
        <translation>无法创建 %1 的快照</translation>
    </message>
    <message>
        <source>Taking a snapshot of %1 was cancelled</source>
        <translation>已取消创建 %1 的快照</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>已恢复 %1</translation>
    </message>
    <message>
        <source>Could not restore %1</source>
        <translation>无法恢复 %1</translation>
    </message>
    <message>
        <source>Restoring %1 was cancelled</source>
        <translation>已取消恢复 %1</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>抹除 %1</translation>
    </message>
    <message>
        <source>Erased %1</source>
        <translation>已抹除 %1</translation>
    </message>
    <message>
        <source>Could not erase %1</source>
        <translation>无法抹除 %1</translation>
    </message>
    <message>
        <source>Erasing %1 was cancelled</source>
        <translation>已取消抹除 %1</translation>
    </message>
    <message>
        <source>Clone into %1</source>
        <translation>克隆为 %1</translation>
    </message>
    <message>
        <source>Cloned into %1</source>
        <translation>已克隆为 %1</translation>
    </message>
    <message>
        <source>Could not clone into %1</source>
        <translation>无法克隆为 %1</translation>
    </message>
    <message>
        <source>Cloning into %1 was cancelled</source>
        <translation>已取消克隆为 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>迁移 %1</translation>
    </message>
    <message>
        <source>Moved %1</source>
        <translation>已迁移 %1</translation>
    </message>
    <message>
        <source>Could not move %1</source>
        <translation>无法迁移 %1</translation>
    </message>
    <message>
        <source>Moving %1 was cancelled</source>
        <translation>已取消迁移 %1</translation>
    </message>
    <message>
        <source>Recreate the machine of %1</source>
        <translation>重建 %1 的机器</translation>
    </message>
    <message>
        <source>Recreated the machine of %1</source>
        <translation>已重建 %1 的机器</translation>
    </message>
    <message>
        <source>Could not recreate the machine of %1</source>
        <translation>无法重建 %1 的机器</translation>
    </message>
    <message>
        <source>Recreating the machine of %1 was cancelled</source>
        <translation>已取消重建 %1 的机器</translation>
    </message>
    <message>
        <source>Go back to the earlier copy of %1</source>
        <translation>返回 %1 的早期副本</translation>
    </message>
    <message>
        <source>Went back to the earlier copy of %1</source>
        <translation>已返回 %1 的早期副本</translation>
    </message>
    <message>
        <source>Could not go back to the earlier copy of %1</source>
        <translation>无法返回 %1 的早期副本</translation>
    </message>
    <message>
        <source>Going back to the earlier copy of %1 was cancelled</source>
        <translation>已取消返回 %1 的早期副本</translation>
    </message>
    <message>
        <source>Remove the earlier copy of %1</source>
        <translation>移除 %1 的早期副本</translation>
    </message>
    <message>
        <source>Removed the earlier copy of %1</source>
        <translation>已移除 %1 的早期副本</translation>
    </message>
    <message>
        <source>Could not remove the earlier copy of %1</source>
        <translation>无法移除 %1 的早期副本</translation>
    </message>
    <message>
        <source>Removing the earlier copy of %1 was cancelled</source>
        <translation>已取消移除 %1 的早期副本</translation>
    </message>
    <message>
        <source>Adopt %1</source>
        <translation>接管 %1</translation>
    </message>
    <message>
        <source>Adopted %1</source>
        <translation>已接管 %1</translation>
    </message>
    <message>
        <source>Could not adopt %1</source>
        <translation>无法接管 %1</translation>
    </message>
    <message>
        <source>Adopting %1 was cancelled</source>
        <translation>已取消接管 %1</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>遗忘 %1</translation>
    </message>
    <message>
        <source>Forgot %1</source>
        <translation>已遗忘 %1</translation>
    </message>
    <message>
        <source>Could not forget %1</source>
        <translation>无法遗忘 %1</translation>
    </message>
    <message>
        <source>Forgetting %1 was cancelled</source>
        <translation>已取消遗忘 %1</translation>
    </message>
    <message>
        <source>Add an address to %1</source>
        <translation>给 %1 添加地址</translation>
    </message>
    <message>
        <source>Added an address to %1</source>
        <translation>已给 %1 添加地址</translation>
    </message>
    <message>
        <source>Could not add an address to %1</source>
        <translation>无法给 %1 添加地址</translation>
    </message>
    <message>
        <source>Adding an address to %1 was cancelled</source>
        <translation>已取消给 %1 添加地址</translation>
    </message>
    <message>
        <source>Remove an address of %1</source>
        <translation>移除 %1 的地址</translation>
    </message>
    <message>
        <source>Removed an address of %1</source>
        <translation>已移除 %1 的地址</translation>
    </message>
    <message>
        <source>Could not remove an address of %1</source>
        <translation>无法移除 %1 的地址</translation>
    </message>
    <message>
        <source>Removing an address of %1 was cancelled</source>
        <translation>已取消移除 %1 的地址</translation>
    </message>
    <message>
        <source>Add a domain to %1</source>
        <translation>给 %1 添加域名</translation>
    </message>
    <message>
        <source>Added a domain to %1</source>
        <translation>已给 %1 添加域名</translation>
    </message>
    <message>
        <source>Could not add a domain to %1</source>
        <translation>无法给 %1 添加域名</translation>
    </message>
    <message>
        <source>Adding a domain to %1 was cancelled</source>
        <translation>已取消给 %1 添加域名</translation>
    </message>
    <message>
        <source>Remove a domain of %1</source>
        <translation>移除 %1 的域名</translation>
    </message>
    <message>
        <source>Removed a domain of %1</source>
        <translation>已移除 %1 的域名</translation>
    </message>
    <message>
        <source>Could not remove a domain of %1</source>
        <translation>无法移除 %1 的域名</translation>
    </message>
    <message>
        <source>Removing a domain of %1 was cancelled</source>
        <translation>已取消移除 %1 的域名</translation>
    </message>
    <message>
        <source>Back %1 up</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>Backed %1 up</source>
        <translation>已备份 %1</translation>
    </message>
    <message>
        <source>Could not back %1 up</source>
        <translation>无法备份 %1</translation>
    </message>
    <message>
        <source>Backing %1 up was cancelled</source>
        <translation>已取消备份 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>Could not remove %1</source>
        <translation>无法移除 %1</translation>
    </message>
    <message>
        <source>Removing %1 was cancelled</source>
        <translation>已取消移除 %1</translation>
    </message>
    <message>
        <source>The editor answers and is ready to open.</source>
        <translation>编辑器有应答，可以打开。</translation>
    </message>
    <message>
        <source>The editor is in the browser.</source>
        <translation>编辑器已在浏览器中。</translation>
    </message>
    <message>
        <source>It was running already.</source>
        <translation>它本来就在运行。</translation>
    </message>
    <message>
        <source>The editor answers.</source>
        <translation>编辑器有应答。</translation>
    </message>
    <message>
        <source>It was stopped already.</source>
        <translation>它本来就已停止。</translation>
    </message>
    <message>
        <source>Its disk keeps everything in /home/coder.</source>
        <translation>其磁盘保留 /home/coder 中的一切。</translation>
    </message>
    <message>
        <source>It was suspended already.</source>
        <translation>它本来就已挂起。</translation>
    </message>
    <message>
        <source>It wakes with everything as it was.</source>
        <translation>唤醒时一切如旧。</translation>
    </message>
    <message>
        <source>The editor answers again.</source>
        <translation>编辑器又有应答了。</translation>
    </message>
    <message>
        <source>It was so already.</source>
        <translation>本来就是这样。</translation>
    </message>
    <message>
        <source>What is on its disk is untouched.</source>
        <translation>其磁盘上的内容未被触动。</translation>
    </message>
    <message>
        <source>It was that large already.</source>
        <translation>本来就这么大。</translation>
    </message>
    <message>
        <source>The disk has grown; it never shrinks.</source>
        <translation>磁盘已变大；不会再缩小。</translation>
    </message>
    <message>
        <source>It had that name already.</source>
        <translation>它本来就叫这个名字。</translation>
    </message>
    <message>
        <source>Its address stays as it is: the app keeps its name.</source>
        <translation>其地址不变：应用保留原名。</translation>
    </message>
    <message>
        <source>Everybody has been logged out of it.</source>
        <translation>所有人都已被登出。</translation>
    </message>
    <message>
        <source>Snapshot %1, kept for %2 days.</source>
        <extracomment>%1 is the id of a snapshot, %2 a number of days</extracomment>
        <translation>快照 %1，保留 %2 天。</translation>
    </message>
    <message>
        <source>Its disk is as it was when it was deleted.</source>
        <translation>其磁盘与删除时相同。</translation>
    </message>
    <message>
        <source>Its last snapshot is gone for good.</source>
        <translation>其最后的快照已永久删除。</translation>
    </message>
    <message>
        <source>Its disk is the same, with everything that was on it.</source>
        <translation>其磁盘还是同一个，内容俱在。</translation>
    </message>
    <message>
        <source>There was none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>It is part of the swarm from now on.</source>
        <translation>从现在起它属于群的一部分。</translation>
    </message>
    <message>
        <source>Nothing was changed at Fly.io.</source>
        <translation>Fly.io 上没有任何更改。</translation>
    </message>
    <message>
        <source>%1 holds /home/coder.</source>
        <translation>%1 包含 /home/coder。</translation>
    </message>
    <message>
        <source>It was cut off before it had changed anything.</source>
        <translation>在更改任何内容之前被中断。</translation>
    </message>
    <message>
        <source>It was cut off, and is finished now.</source>
        <translation>曾被中断，现已完成。</translation>
    </message>
    <message>
        <source>It was cut off, and what it had made is taken back.</source>
        <translation>曾被中断，所创建的内容已撤回。</translation>
    </message>
    <message>
        <source>The earlier copy in %1 (%2) sleeps until you remove it or go back to it: about %3 a month.</source>
        <extracomment>%1 is a region, %2 a size such as &quot;10 GB&quot;, %3 an amount of money</extracomment>
        <translation>位于 %1（%2）的早期副本处于休眠，直到您移除它或返回：每月约 %3。</translation>
    </message>
    <message>
        <source>It can be restored until %1; until then its last snapshot bills, about %2 a month.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>在 %1 之前可以恢复；在那之前其最后的快照每月约 %2。</translation>
    </message>
    <message>
        <source>It was gone already.</source>
        <translation>它本来就已不在。</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>已移除 %1。</translation>
    </message>
    <message>
        <source>Freed %1 GB, saves about %2 a month.</source>
        <extracomment>%1 is a size in GB, %2 an amount of money</extracomment>
        <translation>释放 %1 GB，每月约节省 %2。</translation>
    </message>
    <message>
        <source>Cancelling: taking back what was begun</source>
        <translation>正在取消：撤回已开始的内容</translation>
    </message>
    <message>
        <source>About to begin</source>
        <translation>即将开始</translation>
    </message>
    <message>
        <source>%1 (step %2 of %3)</source>
        <extracomment>%1 is what happens now, such as &quot;Waiting for the editor to answer&quot;</extracomment>
        <translation>%1（第 %2 步，共 %3 步）</translation>
    </message>
    <message>
        <source>Checking what was asked for</source>
        <translation>检查请求的内容</translation>
    </message>
    <message>
        <source>Creating the app</source>
        <translation>创建应用</translation>
    </message>
    <message>
        <source>Waiting for Fly.io to know the app</source>
        <translation>等待 Fly.io 识别应用</translation>
    </message>
    <message>
        <source>Setting the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Preparing password, address and disk</source>
        <translation>准备密码、地址和磁盘</translation>
    </message>
    <message>
        <source>Creating the machine</source>
        <translation>创建机器</translation>
    </message>
    <message>
        <source>Starting the machine</source>
        <translation>启动机器</translation>
    </message>
    <message>
        <source>Waiting for the machine</source>
        <translation>等待机器</translation>
    </message>
    <message>
        <source>Waiting for the editor to answer</source>
        <translation>等待编辑器应答</translation>
    </message>
    <message>
        <source>Opening the browser</source>
        <translation>打开浏览器</translation>
    </message>
    <message>
        <source>Stopping the machine</source>
        <translation>停止机器</translation>
    </message>
    <message>
        <source>Suspending the machine</source>
        <translation>挂起机器</translation>
    </message>
    <message>
        <source>Restarting the machine</source>
        <translation>重启机器</translation>
    </message>
    <message>
        <source>Deleting the machine</source>
        <translation>删除机器</translation>
    </message>
    <message>
        <source>Deleting the disk</source>
        <translation>删除磁盘</translation>
    </message>
    <message>
        <source>Releasing the addresses</source>
        <translation>释放地址</translation>
    </message>
    <message>
        <source>Deleting the app</source>
        <translation>删除应用</translation>
    </message>
    <message>
        <source>Taking back what was made</source>
        <translation>撤回已创建的内容</translation>
    </message>
    <message>
        <source>Saving the record</source>
        <translation>保存记录</translation>
    </message>
    <message>
        <source>Reserving the machine for this change</source>
        <translation>为此更改预留机器</translation>
    </message>
    <message>
        <source>Changing the machine</source>
        <translation>更改机器</translation>
    </message>
    <message>
        <source>Waiting for the editor to pass its check</source>
        <translation>等待编辑器通过检查</translation>
    </message>
    <message>
        <source>Taking a snapshot</source>
        <translation>创建快照</translation>
    </message>
    <message>
        <source>Copying the disk</source>
        <translation>复制磁盘</translation>
    </message>
    <message>
        <source>Extending the disk</source>
        <translation>扩大磁盘</translation>
    </message>
    <message>
        <source>Switching to the new machine</source>
        <translation>切换到新机器</translation>
    </message>
    <message>
        <source>Writing the new name down</source>
        <translation>写下新名称</translation>
    </message>
    <message>
        <source>Changing the addresses</source>
        <translation>更改地址</translation>
    </message>
    <message>
        <source>Changing the domains</source>
        <translation>更改域名</translation>
    </message>
    <message>
        <source>Looking at what there is</source>
        <translation>查看现状</translation>
    </message>
    <message>
        <source>Copying the home folder</source>
        <translation>复制主目录</translation>
    </message>
    <message>
        <source>Writing the swarm&apos;s marks down</source>
        <translation>写下群的标记</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>失败了。</translation>
    </message>
    <message>
        <source>Nothing more happens.</source>
        <translation>不会再发生什么。</translation>
    </message>
    <message>
        <source>The earlier copy of %1 in %2 has been asleep for %3, for about %4 a month. Is it still wanted?</source>
        <extracomment>%1 is the name of an instance, %2 a place, %3 a time such as &quot;2 d&quot;, %4 money</extracomment>
        <translation>位于 %2 的 %1 的早期副本已休眠 %3，每月约 %4。还需要它吗？</translation>
    </message>
    <message>
        <source>This restarts the editor of %1: terminals and running programs in it end, files on its disk stay.</source>
        <translation>这会重启 %1 的编辑器：其中的终端和运行的程序会结束，磁盘上的文件保留。</translation>
    </message>
    <message>
        <source>Open %1 in a browser.</source>
        <translation>请在浏览器中打开 %1。</translation>
    </message>
    <message>
        <source>The password is on the clipboard for 30 seconds.</source>
        <translation>密码在剪贴板中保留 30 秒。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>已更改 %1</translation>
    </message>
    <message>
        <source>Could not change %1</source>
        <translation>无法更改 %1</translation>
    </message>
    <message>
        <source>Changing %1 was cancelled</source>
        <translation>更改 %1 已取消</translation>
    </message>
</context>
<context>
    <name>swarm::Orphans</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is &quot;Earlier copy&quot; or the like, %2 the name of an instance</extracomment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>%1, with its disk of %2</source>
        <extracomment>%1 is &quot;Earlier copy of thesis&quot;, %2 a size such as &quot;10 GB&quot;</extracomment>
        <translation>%1，及其 %2 的磁盘</translation>
    </message>
    <message>
        <source>It never had a machine or anything else: it is what a creation left.</source>
        <translation>它从未有过机器或其他内容：是创建时的残留。</translation>
    </message>
    <message>
        <source>No machine has ever used it: there is nothing on it.</source>
        <translation>从未有机器使用过它：上面什么都没有。</translation>
    </message>
    <message>
        <source>A change that never came to its end left it. The instance lives on with its own machine and disk.</source>
        <translation>一次未完成的更改遗留下来的。实例以自己的机器和磁盘继续存在。</translation>
    </message>
    <message>
        <source>The instance lives on with a newer machine. This is the way back to what it was before.</source>
        <translation>实例以更新的机器继续存在。这是返回之前状态的途径。</translation>
    </message>
    <message>
        <source>It keeps nothing, and the instance has another machine with a disk.</source>
        <translation>它不保存任何内容，而实例另有带磁盘的机器。</translation>
    </message>
    <message>
        <source>The instance in the same app lives on with another disk. What is on this one goes with it.</source>
        <translation>同一应用中的实例以另一个磁盘继续存在。这个磁盘上的内容会随之消失。</translation>
    </message>
    <message>
        <source>No machine uses it, but it may hold the only copy of somebody&apos;s work. Removing it ends that.</source>
        <translation>没有机器使用它，但它可能存有某人工作的唯一副本。移除后将不复存在。</translation>
    </message>
    <message>
        <source>Its instance cannot be found any more: this may be the only copy of somebody&apos;s work.</source>
        <translation>已找不到它的实例：这可能是某人工作的唯一副本。</translation>
    </message>
    <message>
        <source>A region of Fly.io does not answer just now, and what lies there may use it. Look again later.</source>
        <translation>Fly.io 的一个区域目前没有应答，那里的内容可能在用它。请稍后再看。</translation>
    </message>
    <message>
        <source>What Fly.io says about it does not fit together just now. Look again in a minute.</source>
        <translation>Fly.io 关于它的说法目前不一致。请一分钟后再看。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Empty app</source>
        <translation>空应用</translation>
    </message>
    <message>
        <source>Unfinished copy</source>
        <translation>未完成的副本</translation>
    </message>
    <message>
        <source>Earlier copy</source>
        <translation>早期副本</translation>
    </message>
    <message>
        <source>Machine without a disk</source>
        <translation>没有磁盘的机器</translation>
    </message>
    <message>
        <source>Last snapshot</source>
        <translation>最后的快照</translation>
    </message>
    <message>
        <source>Disk of %1 in %2</source>
        <extracomment>%1 is a size such as &quot;10 GB&quot;, %2 a city and its code</extracomment>
        <translation>位于 %2 的 %1 磁盘</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <extracomment>%1 is &quot;Disk of 10 GB in Amsterdam (ams)&quot;, %2 the name of an instance</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Address %1 of the app %2</source>
        <translation>应用 %2 的地址 %1</translation>
    </message>
    <message>
        <source>Empty app %1</source>
        <translation>空应用 %1</translation>
    </message>
    <message>
        <source>Last snapshot in the app %1</source>
        <translation>应用 %1 中的最后快照</translation>
    </message>
    <message>
        <source>Its app has no machine: nobody answers there.</source>
        <translation>其应用没有机器：那里无人应答。</translation>
    </message>
    <message>
        <source>Deleted elsewhere; restorable where it was deleted. The last snapshot goes with the app.</source>
        <translation>在别处删除；可在删除处恢复。最后的快照随应用一起消失。</translation>
    </message>
    <message>
        <source>It once had a disk. Snapshots of it may still be there, which Fly.io no longer shows, and would go with the app.</source>
        <translation>它曾有磁盘。其快照可能仍在（Fly.io 已不再显示），会随应用一起消失。</translation>
    </message>
    <message>
        <source>Nobody tells how old it is: somebody may be using it to create something right now.</source>
        <translation>无人知道它有多旧：可能有人正用它创建什么。</translation>
    </message>
    <message>
        <source>It stands in the list of instances. Delete it there.</source>
        <translation>它在实例列表中。请在那里删除。</translation>
    </message>
    <message>
        <source>Visits to the address may reach it, so that work may have been done on it.</source>
        <translation>对该地址的访问可能到达它，因此可能有人在上面工作过。</translation>
    </message>
    <message>
        <source>It is running: somebody has started it. Stop it first.</source>
        <translation>它在运行：有人启动了它。请先停止。</translation>
    </message>
    <message>
        <source>Nothing says that Remote Swarm made it, so Remote Swarm does not remove it.</source>
        <translation>没有迹象表明它由 Remote Swarm 创建，因此 Remote Swarm 不移除它。</translation>
    </message>
    <message>
        <source>Another version of Remote Swarm made it, and this one does not know what it is for.</source>
        <translation>它由另一版本的 Remote Swarm 创建，此版本不知道其用途。</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>可安全移除</translation>
    </message>
    <message>
        <source>For you to decide</source>
        <translation>由您决定</translation>
    </message>
    <message>
        <source>Not to be removed here</source>
        <translation>不在此处移除</translation>
    </message>
    <message>
        <source>a little, nobody tells how much</source>
        <translation>少量，具体多少无人知道</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>at least about %1 a month</source>
        <extracomment>%1 is an amount such as &quot;$1.50&quot;</extracomment>
        <translation>每月至少约 %1</translation>
    </message>
    <message>
        <source>about %1 a month</source>
        <translation>每月约 %1</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>made %1 ago</source>
        <extracomment>%1 is a duration such as &quot;3 d&quot;</extracomment>
        <translation>%1前创建</translation>
    </message>
    <message>
        <source>its image is code-server</source>
        <translation>其镜像是 code-server</translation>
    </message>
    <message>
        <source>it serves port 8080 with code-server&apos;s health check</source>
        <translation>它在端口 8080 上提供服务，并有 code-server 的健康检查</translation>
    </message>
    <message>
        <source>its metadata speaks of code-server</source>
        <translation>其元数据提到 code-server</translation>
    </message>
    <message>
        <source>It has no disk: it forgets everything when it stops.</source>
        <translation>它没有磁盘：停止时会忘记一切。</translation>
    </message>
    <message>
        <source>Other machines answer at the same address.</source>
        <translation>另有机器在同一地址应答。</translation>
    </message>
    <message>
        <source>It comes from “fly deploy”: the next one may replace it.</source>
        <translation>它来自“fly deploy”：下次部署可能会替换它。</translation>
    </message>
</context>
<context>
    <name>swarm::OrphansDialog</name>
    <message>
        <source>&amp;Look again</source>
        <translation>再次查看(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove ticked…</source>
        <translation>移除勾选的(&amp;R)…</translation>
    </message>
    <message>
        <source>What nobody uses</source>
        <translation>无人使用的内容</translation>
    </message>
    <message>
        <source>What bills and no instance uses</source>
        <translation>在计费却不属于任何实例的内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>可安全移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking through your organization. This takes a few seconds.</source>
        <translation>正在检查您的组织，需要几秒钟。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing bills that no instance uses.</source>
        <translation>没有不属于任何实例却在计费的内容。</translation>
    </message>
    <message>
        <source>Saves about %1 a month</source>
        <translation>每月约节省 %1</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>永久移除</translation>
    </message>
    <message>
        <source>These go for good:</source>
        <translation>以下内容将永久删除：</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>swarm::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Idle rule</source>
        <translation>空闲规则</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>A stop keeps /home/coder (projects, extensions, settings) and loses everything else, such as packages installed with apt.</source>
        <translation>停止会保留 /home/coder（项目、扩展、设置），其他一切都会丢失，例如用 apt 安装的软件包。</translation>
    </message>
    <message>
        <source>About %1 an hour now</source>
        <translation>现在每小时约 %1</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs</source>
        <translation>运行时每小时约 %1</translation>
    </message>
    <message>
        <source>Prices of %1, before tax.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>%1 的价格，税前。</translation>
    </message>
    <message>
        <source>When stopped, the disk still costs about %1 a month.</source>
        <translation>停止后，磁盘每月仍约 %1。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the idle rule</source>
        <translation>更改空闲规则</translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>更改大小</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>扩大…</translation>
    </message>
    <message>
        <source>Extend the disk</source>
        <translation>扩大磁盘</translation>
    </message>
    <message>
        <source>Change the image</source>
        <translation>更改镜像</translation>
    </message>
</context>
<context>
    <name>swarm::PasswordField</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>复制密码</translation>
    </message>
    <message>
        <source>Leaves the clipboard after 30 seconds</source>
        <translation>30 秒后从剪贴板清除</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Not kept on this computer</source>
        <translation>未保存在本机</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
</context>
<context>
    <name>swarm::Permissions</name>
    <message>
        <source>Your token may only read. Sign in with another one to change anything.</source>
        <translation>您的令牌只能读取。要更改，请用另一个令牌登录。</translation>
    </message>
    <message>
        <source>Read-only: it was made by Remote Swarm %1, which this version may not change.</source>
        <translation>只读：由 Remote Swarm %1 创建，此版本不可更改它。</translation>
    </message>
    <message>
        <source>Busy: %1.</source>
        <extracomment>%1 is what happens at the moment, such as &quot;Start thesis&quot;</extracomment>
        <translation>正忙：%1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>请先登录。</translation>
    </message>
</context>
<context>
    <name>swarm::PortsDialog</name>
    <message>
        <source>Ports of %1</source>
        <translation>%1 的端口</translation>
    </message>
    <message>
        <source>Change ports</source>
        <translation>更改端口</translation>
    </message>
    <message>
        <source>Asking the machine for its ports…</source>
        <translation>正在查询机器的端口…</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Protocol</source>
        <extracomment>protocol, port that visitors use, port of the program in the machine, what Fly.io does in between</extracomment>
        <translation>协议</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Handlers</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>80 and 443 lead to the editor and stay. With the handlers tls and http Fly.io speaks HTTPS for the program inside; without any it passes on what comes, which takes a dedicated IPv4 or an IPv6.</source>
        <translation>80 和 443 通向编辑器，保持不变。使用处理器 tls 和 http 时，Fly.io 会代内部程序处理 HTTPS；不使用处理器时原样转发，这需要专用 IPv4 或 IPv6。</translation>
    </message>
</context>
<context>
    <name>swarm::PreviousCopyBox</name>
    <message>
        <source>Looking for earlier copies…</source>
        <translation>正在寻找早期副本…</translation>
    </message>
    <message>
        <source>There is no earlier copy.</source>
        <translation>没有早期副本。</translation>
    </message>
    <message>
        <source>%1, disk of %2, asleep for %3, about %4 a month</source>
        <extracomment>%1 a place, %2 a size such as &quot;10 GB&quot;, %3 a time such as &quot;3 h&quot;, %4 money</extracomment>
        <translation>%1，磁盘 %2，已休眠 %3，每月约 %4</translation>
    </message>
</context>
<context>
    <name>swarm::Records</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 was damaged (%2) and is set aside as %3</source>
        <translation>%1 已损坏（%2），已移开为 %3</translation>
    </message>
    <message>
        <source>%1 was written by a newer version and is left alone</source>
        <translation>%1 由更新的版本写入，保持不动</translation>
    </message>
    <message>
        <source>%1 holds what this version does not know, and keeps it: %2</source>
        <translation>%1 含有此版本不认识的内容，并予以保留：%2</translation>
    </message>
    <message>
        <source>A local record was damaged and is set aside.</source>
        <translation>一条本地记录已损坏，已移开。</translation>
    </message>
    <message>
        <source>%1 local records were damaged and are set aside.</source>
        <translation>%1 条本地记录已损坏，已移开。</translation>
    </message>
    <message>
        <source>A local record could not be read.</source>
        <translation>一条本地记录无法读取。</translation>
    </message>
    <message>
        <source>%1 local records could not be read.</source>
        <translation>%1 条本地记录无法读取。</translation>
    </message>
    <message>
        <source>Some local records were written by a newer version; what is unknown in them is kept.</source>
        <translation>有些本地记录由更新的版本写入；其中未知的内容予以保留。</translation>
    </message>
    <message>
        <source>The list comes from Fly.io: nothing is lost there.</source>
        <translation>列表来自 Fly.io：那里没有丢失任何内容。</translation>
    </message>
    <message>
        <source>What was kept of deleted instances could not all be read: some can neither be restored nor erased from here, and may go on billing. See what nobody uses.</source>
        <translation>已删除实例的保留信息未能全部读取：其中一些无法从此处恢复或彻底删除，可能仍在计费。请查看无人使用的资源。</translation>
    </message>
    <message>
        <source>What was noted of operations that were cut off could not all be read: some are not taken up. See what nobody uses.</source>
        <translation>被中断操作的记录未能全部读取：其中一些不会继续处理。请查看无人使用的资源。</translation>
    </message>
</context>
<context>
    <name>swarm::RecreateDialog</name>
    <message>
        <source>Recreate the machine of %1</source>
        <translation>重建 %1 的机器</translation>
    </message>
    <message>
        <source>Recreate</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>A new machine takes the place of this one, on the same disk: /home/coder, the address and the password stay. What else was written in the machine, such as packages installed with apt, goes.</source>
        <translation>一台新机器在同一磁盘上取代这台：/home/coder、地址和密码保留。机器中写入的其他内容（例如用 apt 安装的软件包）将丢失。</translation>
    </message>
</context>
<context>
    <name>swarm::RenameDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Its address stays as it is, and the editor is not restarted.</source>
        <translation>其地址保持不变，编辑器不会重启。</translation>
    </message>
</context>
<context>
    <name>swarm::ResizeDialog</name>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>Looking at what it used in the last week…</source>
        <translation>正在查看它上周的用量…</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>What it used in the last week could not be read.</source>
        <translation>无法读取它上周的用量。</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs.</source>
        <translation>运行时每小时约 %1。</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs, instead of %2.</source>
        <extracomment>money, per hour</extracomment>
        <translation>运行时每小时约 %1，而非 %2。</translation>
    </message>
    <message>
        <source>It can no longer be suspended: when idle it stops instead.</source>
        <translation>它将无法再挂起：空闲时改为停止。</translation>
    </message>
</context>
<context>
    <name>swarm::RollBackDialog</name>
    <message>
        <source>Earlier versions of %1</source>
        <translation>%1 的早期版本</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>&amp;Size, environment and idle rule too</source>
        <translation>同时包括大小、环境变量和空闲规则(&amp;S)</translation>
    </message>
    <message>
        <source>Looking for earlier versions…</source>
        <translation>正在寻找早期版本…</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>There is no earlier version: nothing has been changed yet.</source>
        <translation>没有早期版本：还没有更改过。</translation>
    </message>
    <message>
        <source>The machine gets the whole configuration of that version.</source>
        <translation>机器将采用该版本的完整配置。</translation>
    </message>
    <message>
        <source>The machine gets the image of that version and keeps everything else.</source>
        <translation>机器将采用该版本的镜像，其余保持不变。</translation>
    </message>
    <message>
        <source>The files stay as they are.</source>
        <translation>文件保持不变。</translation>
    </message>
</context>
<context>
    <name>swarm::RoomHint</name>
    <message>
        <source>%1 has no room for this at the moment, and nor has any other region.</source>
        <extracomment>%1 and %2 are places</extracomment>
        <translation>%1 目前没有足够的空间，其他区域也没有。</translation>
    </message>
    <message>
        <source>%1 has no room for this at the moment. The nearest that has is %2.</source>
        <translation>%1 目前没有足够的空间。最近的可用区域是 %2。</translation>
    </message>
</context>
<context>
    <name>swarm::RotateDialog</name>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Leave empty for a long random one</source>
        <translation>留空则使用长的随机密码</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新密码(&amp;N)</translation>
    </message>
    <message>
        <source>Everybody who is logged in is logged out. The new password goes to this computer&apos;s keychain.</source>
        <translation>所有已登录的人都会被登出。新密码存入本机的密钥环。</translation>
    </message>
    <message>
        <source>Anybody may knock at its address: take a longer one.</source>
        <translation>任何人都可以尝试访问其地址：请用更长的密码。</translation>
    </message>
</context>
<context>
    <name>swarm::RowsEditor</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>swarm::SettingsDialog</name>
    <message>
        <source>Closing the window leaves it in the &amp;tray</source>
        <translation>关闭窗口后留在托盘中(&amp;T)</translation>
    </message>
    <message>
        <source>Start when I &amp;log in</source>
        <translation>登录时启动(&amp;L)</translation>
    </message>
    <message>
        <source>Start &amp;hidden in the tray</source>
        <translation>启动时隐藏在托盘中(&amp;H)</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds, after a number</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source> h</source>
        <extracomment>hours, after a number</extracomment>
        <translation> 小时</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>minutes, after a number</extracomment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>When you leave</source>
        <translation>当您离开</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits.</source>
        <translation>此桌面没有托盘：关闭窗口即退出。</translation>
    </message>
    <message>
        <source>&amp;Ask Fly.io every</source>
        <translation>询问 Fly.io 的间隔(&amp;A)</translation>
    </message>
    <message>
        <source>While the window is &amp;closed</source>
        <translation>窗口关闭期间(&amp;C)</translation>
    </message>
    <message>
        <source>While something changes, it asks every 2 seconds.</source>
        <translation>有变化时，每 2 秒询问一次。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Budget for a month</source>
        <translation>每月预算(&amp;B)</translation>
    </message>
    <message>
        <source>You are told when 80 % and 100 % of it are used. Nothing is stopped.</source>
        <translation>用到 80 % 和 100 % 时会告诉您。不会停止任何实例。</translation>
    </message>
    <message>
        <source>What the desktop tells you of while you look elsewhere:</source>
        <translation>当您看别处时，桌面会通知您：</translation>
    </message>
    <message>
        <source>Long is more &amp;than</source>
        <translation>“很久”指超过(&amp;T)</translation>
    </message>
    <message>
        <source>What happens to the instances that you opened from this computer:</source>
        <translation>您从本机打开的实例会怎样：</translation>
    </message>
    <message>
        <source>&amp;Long is more than</source>
        <translation>“很久”指超过(&amp;L)</translation>
    </message>
    <message>
        <source>Before a lock or a long absence takes effect there is a minute to say no. An instance with more than 2 GB cannot be suspended: it is left alone, and you are told. Each instance&apos;s own idle rule works in any case.</source>
        <translation>锁屏或长时间离开生效之前，有一分钟可以拒绝。内存超过 2 GB 的实例无法挂起：会保持不变，并告知您。每个实例自己的空闲规则始终有效。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Fly.io&apos;s API</source>
        <translation>Fly.io 的 API</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>设置文件</translation>
    </message>
    <message>
        <source>Open the folder of &amp;logs</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation>保存报告(&amp;R)…</translation>
    </message>
    <message>
        <source>A report holds versions, settings, the states of instances and the newest log. No token or password is in it, but names and addresses are.</source>
        <translation>报告包含版本、设置、实例状态和最新的日志。其中没有令牌或密码，但有名称和地址。</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Warnings too</source>
        <translation>包括警告</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>所执行的操作</translation>
    </message>
    <message>
        <source>Everything, for a report</source>
        <translation>全部，用于报告</translation>
    </message>
    <message>
        <source>What is lo&amp;gged</source>
        <translation>记录内容(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Look for a new version once a day</source>
        <translation>每天检查一次新版本(&amp;L)</translation>
    </message>
    <message>
        <source>Asks %1. Nothing is said about you.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>询问 %1。不会透露您的任何信息。</translation>
    </message>
</context>
<context>
    <name>swarm::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>To</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Open the selected instance</source>
        <translation>打开所选实例</translation>
    </message>
    <message>
        <source>Go from one part of the window to the next</source>
        <translation>从窗口的一个部分转到下一个</translation>
    </message>
    <message>
        <source>Go to the next tab beside an instance</source>
        <translation>转到实例旁的下一个标签</translation>
    </message>
    <message>
        <source>Select all instances</source>
        <translation>选择所有实例</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>swarm::ShownInstances</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Idle/Uptime</source>
        <translation>空闲/运行时间</translation>
    </message>
    <message>
        <source>$/h</source>
        <translation>$/小时</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs; its disk costs about %2 a month, always.</source>
        <translation>运行时每小时约 %1；磁盘每月约 %2，始终计费。</translation>
    </message>
    <message>
        <source>Nobody knows what it did before this computer watched it: it may be more.</source>
        <translation>在本机开始照看之前它做了什么无人知晓：实际可能更多。</translation>
    </message>
</context>
<context>
    <name>swarm::SignInCard</name>
    <message>
        <source>On fly.io: your organization, Tokens, Create token. Or in a terminal: fly tokens create org</source>
        <translation>在 fly.io 上：您的组织、Tokens、Create token。或在终端中：fly tokens create org</translation>
    </message>
    <message>
        <source>Sign in with &amp;Fly.io</source>
        <translation>用 Fly.io 登录(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Look around in the demo</source>
        <translation>在演示中逛逛</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Fly.io token</source>
        <translation>Fly.io 令牌</translation>
    </message>
    <message>
        <source>Paste a token</source>
        <translation>粘贴令牌</translation>
    </message>
    <message>
        <source>Opens Fly.io in your browser. Nothing is to be copied.</source>
        <translation>在浏览器中打开 Fly.io。无需复制任何内容。</translation>
    </message>
    <message>
        <source>A simulated swarm on this computer. Nothing in it is real or costs money.</source>
        <translation>在本机模拟的群。其中一切都不是真的，也不花钱。</translation>
    </message>
    <message>
        <source>Use for this session only</source>
        <translation>仅用于本次会话</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Looking for your account</source>
        <translation>正在寻找您的账户</translation>
    </message>
    <message>
        <source>Asking the keychain for your Fly.io token.</source>
        <translation>正在向密钥环询问您的 Fly.io 令牌。</translation>
    </message>
    <message>
        <source>Waiting for your browser</source>
        <translation>正在等待您的浏览器</translation>
    </message>
    <message>
        <source>Sign in to Fly.io there, then come back. This goes on by itself.</source>
        <translation>请在那里登录 Fly.io，然后回来。之后会自动继续。</translation>
    </message>
    <message>
        <source>Checking the token</source>
        <translation>正在检查令牌</translation>
    </message>
    <message>
        <source>Asking Fly.io whose it is and what it may do.</source>
        <translation>正在询问 Fly.io 令牌属于谁、能做什么。</translation>
    </message>
    <message>
        <source>Connect your Fly.io account</source>
        <translation>连接您的 Fly.io 账户</translation>
    </message>
    <message>
        <source>Your editors run on your own Fly.io account. The token goes to this computer&apos;s keychain and nowhere else.</source>
        <translation>您的编辑器运行在您自己的 Fly.io 账户上。令牌只存入本机的密钥环，不会到别处。</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>密钥环已锁定</translation>
    </message>
    <message>
        <source>Your Fly.io token may be in it. Unlock the keychain and retry, or paste a token that is forgotten when Remote Swarm quits.</source>
        <translation>您的 Fly.io 令牌可能在其中。解锁密钥环后重试，或粘贴一个退出 Remote Swarm 时即忘记的令牌。</translation>
    </message>
    <message>
        <source>This computer has no keychain</source>
        <translation>本机没有密钥环</translation>
    </message>
    <message>
        <source>Remote Swarm writes tokens into no file. Start a keychain such as GNOME Keyring or KWallet and retry, or paste a token that is forgotten when Remote Swarm quits.</source>
        <translation>Remote Swarm 不会把令牌写入任何文件。启动一个密钥环（例如 GNOME Keyring 或 KWallet）后重试，或粘贴一个退出 Remote Swarm 时即忘记的令牌。</translation>
    </message>
    <message>
        <source>Fly.io does not accept this token.</source>
        <translation>Fly.io 不接受此令牌。</translation>
    </message>
    <message>
        <source>It may have ended, been revoked, or lost a piece when it was copied. Paste another one.</source>
        <translation>它可能已过期、被撤销，或复制时缺了一段。请粘贴另一个。</translation>
    </message>
    <message>
        <source>Fly.io cannot be reached.</source>
        <translation>无法连接 Fly.io。</translation>
    </message>
    <message>
        <source>A token that was kept is still in the keychain. Check the network connection and retry.</source>
        <translation>保存过的令牌仍在密钥环中。检查网络连接后重试。</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Use an account that is known here</source>
        <translation>使用此处已知的账户</translation>
    </message>
</context>
<context>
    <name>swarm::SignOutQuestion</name>
    <message>
        <source>This computer forgets its token, the passwords of its editors, the list, what ran when, and its log.</source>
        <translation>此电脑将忘记其令牌、编辑器密码、实例列表、运行记录和日志。</translation>
    </message>
    <message>
        <source>Goes on running, and costs what it costs: %1.</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>继续运行并照常计费：%1。</translation>
    </message>
    <message>
        <source>Deleted, and can no longer be restored or erased from here while the last snapshot goes on billing: %1.</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>已删除，且无法再从此处恢复或清除，而最后的快照仍在计费：%1。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Sign out %1?</source>
        <extracomment>%1 is an account</extracomment>
        <translation>退出 %1 的登录？</translation>
    </message>
    <message>
        <source>What is under way is brought to its end first.</source>
        <translation>会先完成正在进行的操作。</translation>
    </message>
</context>
<context>
    <name>swarm::SizeChooser</name>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Exact…
any size
of Fly.io</source>
        <translation>精确…
Fly.io 的
任何大小</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>精确大小</translation>
    </message>
    <message>
        <source>Kind of CPU</source>
        <translation>CPU 类型</translation>
    </message>
    <message>
        <source>Shared CPU</source>
        <translation>共享 CPU</translation>
    </message>
    <message>
        <source>Performance CPU</source>
        <translation>性能型 CPU</translation>
    </message>
    <message>
        <source>Number of CPUs</source>
        <translation>CPU 数量</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU</source>
        <translation>
            <numerusform>%n 个 CPU</numerusform>
        </translation>
    </message>
    <message>
        <source>Can suspend: wakes in about a second with everything as it was.</source>
        <translation>可以挂起：约一秒内唤醒，一切如旧。</translation>
    </message>
    <message>
        <source>Too large to suspend: stops when idle and starts afresh.</source>
        <translation>太大，无法挂起：空闲时停止，之后重新启动。</translation>
    </message>
</context>
<context>
    <name>swarm::SnapshotBox</name>
    <message>
        <source>Looking for snapshots…</source>
        <translation>正在寻找快照…</translation>
    </message>
    <message>
        <source>The disk as it is now</source>
        <translation>磁盘的当前内容</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a date and time, %2 an amount such as &quot;1.2 GB&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>There is no snapshot yet. Fly.io takes one a day; take one now to have it.</source>
        <translation>尚无快照。Fly.io 每天创建一个；现在创建一个即可使用。</translation>
    </message>
</context>
<context>
    <name>swarm::SnapshotDialog</name>
    <message>
        <source>Snapshot of %1</source>
        <translation>%1 的快照</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>创建快照</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>&amp;Keep for</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>The editor goes on meanwhile. What is stored costs about %1 per GB and month; the first %2 GB of all snapshots together are free.</source>
        <translation>编辑器照常运行。存储费用约为每月每 GB %1；所有快照合计的前 %2 GB 免费。</translation>
    </message>
</context>
<context>
    <name>swarm::StatusLine</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>%1 · not signed in</source>
        <translation>%1 · 未登录</translation>
    </message>
    <message>
        <source>%1 Last checked %2 ago.</source>
        <extracomment>%1 is a sentence, %2 a duration</extracomment>
        <translation>%1 上次检查于 %2前。</translation>
    </message>
    <message>
        <source>%1 · asking</source>
        <translation>%1 · 询问中</translation>
    </message>
    <message>
        <source>%1 · monitoring paused, checked %2 ago</source>
        <translation>%1 · 监视已暂停，%2前检查过</translation>
    </message>
    <message>
        <source>%1 · checked %2 ago</source>
        <translation>%1 · %2前检查过</translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation>1 个实例</translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 running</source>
        <extracomment>%1 is &quot;7 instances&quot;</extracomment>
        <translation>%1，%2 个运行中</translation>
    </message>
    <message>
        <source>about %1/h</source>
        <translation>每小时约 %1</translation>
    </message>
    <message>
        <source>disks about %1 a month</source>
        <translation>磁盘每月约 %1</translation>
    </message>
    <message>
        <source>%1 · leaving as soon as what is under way has ended</source>
        <translation>%1 · 正在进行的操作结束后即离开</translation>
    </message>
    <message>
        <source>This month: computing, disks, snapshots and addresses, from what this computer saw.</source>
        <translation>本月：计算、磁盘、快照和地址，按本机所见统计。</translation>
    </message>
</context>
<context>
    <name>swarm::TimelineView</name>
    <message>
        <source>Fly.io has not told of its machine yet.</source>
        <translation>Fly.io 还没有提供它的机器的情况。</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>它经历了什么</translation>
    </message>
</context>
<context>
    <name>swarm::ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Search instances</source>
        <translation>搜索实例</translation>
    </message>
    <message>
        <source>Search name, state, region…</source>
        <translation>搜索名称、状态、区域…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>swarm::Tray</name>
    <message>
        <source>Suspend all running</source>
        <translation>挂起所有运行中的实例</translation>
    </message>
    <message>
        <source>New instance…</source>
        <translation>新建实例…</translation>
    </message>
    <message>
        <source>Show Remote Swarm</source>
        <translation>显示 Remote Swarm</translation>
    </message>
    <message>
        <source>Pause monitoring</source>
        <translation>暂停监视</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1/h</source>
        <translation>每小时约 %1</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有在运行的实例</translation>
    </message>
    <message>
        <source>Stopped (%1)</source>
        <translation>已停止 (%1)</translation>
    </message>
    <message>
        <source>%1 %2 — running %3, %4/h</source>
        <extracomment>%1 a sign, %2 a name, %3 a duration, %4 money</extracomment>
        <translation>%1 %2 — 已运行 %3，每小时 %4</translation>
    </message>
    <message>
        <source>%1 %2 — %3</source>
        <extracomment>%1 a sign, %2 a name, %3 a state</extracomment>
        <translation>%1 %2 — %3</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Start and open</source>
        <translation>启动并打开</translation>
    </message>
</context>
<context>
    <name>swarm::WindowCommands</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of an instance, %2 a command such as &quot;Stop&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: Show</source>
        <translation>%1：显示</translation>
    </message>
</context>
</TS>
