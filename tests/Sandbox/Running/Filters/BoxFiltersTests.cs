using Grader.Running.Filters;

namespace Sandbox.Tests.Running.Filters;

/// <summary>What the filters let through, asked call by call with the kernel's own numbers.</summary>
public sealed class BoxFiltersTests
{
    private const uint X64 = 0xC000_003E;
    private const uint X86 = 0x4000_0003;
    private const uint Allow = 0x7fff_0000;
    private const uint Kill = 0x8000_0000;
    private const uint NotPermitted = 0x0005_0001;
    private const uint NoSuchCall = 0x0005_0026;
    private const uint Pretend = 0x0005_0000;
    private const int Self = 4711;

    private static readonly byte[] Starting = BoxFilters.WhileStarting.Compile();
    private static readonly byte[] Container = BoxFilters.InContainer(Self).Compile();
    private static readonly byte[] Sealed = BoxFilters.Sealed(Self).Compile();

    [TestCase(0u, Allow, TestName = "read")]
    [TestCase(41u, NotPermitted, TestName = "socket")]
    [TestCase(53u, NotPermitted, TestName = "socketpair")]
    [TestCase(57u, NotPermitted, TestName = "fork")]
    [TestCase(58u, NotPermitted, TestName = "vfork")]
    [TestCase(62u, NotPermitted, TestName = "kill")]
    [TestCase(101u, NotPermitted, TestName = "ptrace")]
    [TestCase(160u, NotPermitted, TestName = "setrlimit")]
    [TestCase(165u, NotPermitted, TestName = "mount")]
    [TestCase(203u, Pretend, TestName = "sched_setaffinity")]
    [TestCase(250u, NotPermitted, TestName = "keyctl")]
    [TestCase(272u, NotPermitted, TestName = "unshare")]
    [TestCase(298u, NotPermitted, TestName = "perf_event_open")]
    [TestCase(310u, NotPermitted, TestName = "process_vm_readv")]
    [TestCase(319u, NotPermitted, TestName = "memfd_create")]
    [TestCase(321u, NotPermitted, TestName = "bpf")]
    [TestCase(323u, NotPermitted, TestName = "userfaultfd")]
    [TestCase(425u, NotPermitted, TestName = "io_uring_setup")]
    [TestCase(434u, NotPermitted, TestName = "pidfd_open")]
    [TestCase(435u, NoSuchCall, TestName = "clone3")]
    public void Call_WithoutArguments_IsAnsweredAtEveryStage(uint number, uint verdict)
    {
        foreach (var filter in (IEnumerable<byte[]>)[Starting, Container, Sealed])
            Assert.That(FilterMachine.Run(filter, X64, number), Is.EqualTo(verdict));
    }

    [TestCase(2u, 1u, Allow, TestName = "open for writing")]
    [TestCase(41u, 2u, Allow, TestName = "socket")]
    [TestCase(56u, 0x1_0000u, Allow, TestName = "clone of a thread")]
    [TestCase(56u, 17u, NotPermitted, TestName = "clone of a process")]
    [TestCase(56u, 0x1001_0000u, NotPermitted, TestName = "clone into a namespace")]
    [TestCase(57u, 0u, NotPermitted, TestName = "fork alone")]
    [TestCase(58u, 0u, NotPermitted, TestName = "vfork alone")]
    [TestCase(59u, 0u, NotPermitted, TestName = "execve")]
    [TestCase(105u, 65534u, NotPermitted, TestName = "setuid")]
    [TestCase(112u, 0u, NotPermitted, TestName = "setsid")]
    [TestCase(117u, 65534u, NotPermitted, TestName = "setresuid")]
    [TestCase(126u, 0u, NotPermitted, TestName = "capset")]
    [TestCase(157u, 1u, NotPermitted, TestName = "prctl that forgets the parent")]
    [TestCase(157u, 15u, Allow, TestName = "prctl that names a thread")]
    [TestCase(272u, 0u, NotPermitted, TestName = "unshare alone")]
    [TestCase(308u, 0u, NotPermitted, TestName = "setns")]
    [TestCase(322u, 0u, NotPermitted, TestName = "execveat")]
    [TestCase(435u, 0u, NoSuchCall, TestName = "clone3 alone")]
    public void Call_OfAPlainProcess_IsAnswered(uint number, uint argument, uint verdict) =>
        Assert.That(FilterMachine.Run(BoxFilters.Alone.Compile(), X64, number, argument), Is.EqualTo(verdict));

    [Test]
    public void Call_OfAnotherNumbering_IsKilled()
    {
        foreach (var filter in (IEnumerable<byte[]>)[Starting, Container, Sealed])
        {
            Assert.That(FilterMachine.Run(filter, X86, 0), Is.EqualTo(Kill), "32 bits");
            Assert.That(FilterMachine.Run(filter, X64, 0x4000_0000), Is.EqualTo(Kill), "x32");
        }
    }

    [TestCase(0u, Allow, NotPermitted, TestName = "for reading")]
    [TestCase(0x8_0000u, Allow, NotPermitted, TestName = "for reading, closed on exec")]
    [TestCase(1u, NotPermitted, NotPermitted, TestName = "for writing")]
    [TestCase(2u, NotPermitted, NotPermitted, TestName = "for both")]
    [TestCase(0x40u, NotPermitted, NotPermitted, TestName = "to create")]
    [TestCase(0x200u, NotPermitted, NotPermitted, TestName = "to truncate")]
    [TestCase(0x41_0000u, NotPermitted, NotPermitted, TestName = "a temporary file")]
    public void OpenAt(uint flags, uint container, uint seal)
    {
        Assert.That(FilterMachine.Run(Container, X64, 257, 0, 0, flags), Is.EqualTo(container));
        Assert.That(FilterMachine.Run(Sealed, X64, 257, 0, 0, flags), Is.EqualTo(seal));
        Assert.That(FilterMachine.Run(Container, X64, 2, 0, flags), Is.EqualTo(container), "open");
        Assert.That(FilterMachine.Run(Sealed, X64, 2, 0, flags), Is.EqualTo(seal), "open");
    }

    [TestCase(0x3d0f00u, Allow, TestName = "a thread")]
    [TestCase(0x11u, NotPermitted, TestName = "a process")]
    [TestCase(0x1001_0000u, NotPermitted, TestName = "a thread in its own user namespace")]
    public void Clone(uint flags, uint verdict) => Assert.That(FilterMachine.Run(Container, X64, 56, flags), Is.EqualTo(verdict));

    [TestCase(0x22u, 1ul << 40, Allow, TestName = "private memory of any size")]
    [TestCase(0x21u, (8ul << 20) - 1, Allow, TestName = "little shared memory")]
    [TestCase(0x21u, 8ul << 20, NotPermitted, TestName = "much shared memory")]
    [TestCase(0x23u, 1ul << 32, NotPermitted, TestName = "shared memory whose low half is zero")]
    [TestCase(0x01u, 1ul << 30, Allow, TestName = "a shared file")]
    public void Map(uint flags, ulong length, uint verdict) =>
        Assert.That(FilterMachine.Run(Container, X64, 9, 0, length, 3, flags), Is.EqualTo(verdict));

    [TestCase((ulong)Self, Allow)]
    [TestCase(1ul, NotPermitted)]
    [TestCase(ulong.MaxValue, NotPermitted)]
    public void ThreadKill_GoesToItselfAlone(ulong target, uint verdict)
    {
        Assert.That(FilterMachine.Run(Container, X64, 234, target), Is.EqualTo(verdict));
        Assert.That(FilterMachine.Run(Sealed, X64, 234, target), Is.EqualTo(verdict));
    }

    [TestCase(0ul, Allow)]
    [TestCase(1ul, NotPermitted)]
    [TestCase(1ul << 32, NotPermitted)]
    public void ProcessLimit_IsReadOnly(ulong newLimit, uint verdict) =>
        Assert.That(FilterMachine.Run(Container, X64, 302, 0, 2, newLimit), Is.EqualTo(verdict));

    [TestCase(15u, Allow, TestName = "its name")]
    [TestCase(1u, NotPermitted, TestName = "its end with its parent")]
    [TestCase(22u, NotPermitted, TestName = "another filter")]
    public void ProcessControl_SetsOnly(uint option, uint verdict)
    {
        Assert.That(FilterMachine.Run(Container, X64, 157, option), Is.EqualTo(verdict));
        Assert.That(FilterMachine.Run(Sealed, X64, 157, option), Is.EqualTo(verdict));
    }

    [Test]
    public void Execute_IsPossibleUntilTheHostStandsOnly()
    {
        Assert.That(FilterMachine.Run(Starting, X64, 59), Is.EqualTo(Allow));
        Assert.That(FilterMachine.Run(Container, X64, 59), Is.EqualTo(NotPermitted));
        Assert.That(FilterMachine.Run(Sealed, X64, 59), Is.EqualTo(NotPermitted));
    }

    [TestCase(4u)]
    [TestCase(6u)]
    [TestCase(21u)]
    [TestCase(89u)]
    [TestCase(217u)]
    [TestCase(332u)]
    public void Looking_IsForTheContainerOnly(uint number)
    {
        Assert.That(FilterMachine.Run(Container, X64, number), Is.EqualTo(Allow));
        Assert.That(FilterMachine.Run(Sealed, X64, number), Is.EqualTo(NotPermitted));
    }

    [Test]
    public void Assemble_OfJumpBeyondReach_IsRefused()
    {
        var assembler = new FilterAssembler();
        var far = assembler.NewLabel();
        assembler.Jump(FilterAssembler.JumpIfEqual, 0, far, null);
        for (var count = 0; count < 256; count++) assembler.Load(0);
        assembler.Mark(far);
        assembler.Return(Verdict.Allow);
        Assert.That(assembler.Assemble, Throws.InvalidOperationException);
    }
}
