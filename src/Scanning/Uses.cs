using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Scanning;

/// <summary>
/// Who uses what. Bodies, signatures, base types and attributes say which method or type names a library type or member;
/// then each name is held against the policy. A member that nobody is seen to use is held against it all the same.
/// </summary>
/// <param name="findings">What is found is added to it.</param>
internal sealed class Uses(ProgramFile file, MetadataReader metadata, ScanPolicy policy, ScanBudget budget, List<Finding> findings)
{
    public const string WholeFile = "The DLL";

    private const int MostUsersNamed = 8;

    private const int LongestText = 1_000;

    private readonly Names _names = new(metadata, budget);
    // By tokens: a collection of handles or of structs of our own would be compiled anew in each process that looks at a file,
    // and that would take longer than the look.
    private readonly Dictionary<int, List<User>> _users = [];
    private readonly Dictionary<int, Signature> _members = [];
    private readonly Dictionary<int, User> _types = [];
    private readonly bool _unsafeModule = AddressUse.WasCompiledUnsafe(metadata);

    /// <summary>A type or a method of the file, or all of it. What it is called is asked only where something is found.</summary>
    /// <param name="Compiler">Whether the compiler wrote it: what only the compiler may use is then allowed.</param>
    private sealed class User(int token, bool compiler)
    {
        public int Token => token;

        public bool Compiler => compiler;
    }

    /// <exception cref="BadImageFormatException">The tables or bodies are damaged.</exception>
    public void Find()
    {
        foreach (var handle in metadata.TypeDefinitions) LookAtType(handle);
        foreach (var handle in metadata.MethodDefinitions) LookAtMethod(handle);
        foreach (var handle in metadata.CustomAttributes) LookAtAttribute(metadata.GetCustomAttribute(handle));
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.TypeRef); row++) JudgeType(MetadataTokens.TypeReferenceHandle(row));
        foreach (var handle in metadata.MemberReferences) JudgeMember(handle);
    }

    private void LookAtType(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var user = OfType(handle);
        Note(type.BaseType, user);
        foreach (var implemented in type.GetInterfaceImplementations()) Note(metadata.GetInterfaceImplementation(implemented).Interface, user);
        foreach (var field in type.GetFields()) NoteSignature(metadata.GetFieldDefinition(field).Signature, user, ownPointer: true);
        NoteConstraints(type.GetGenericParameters(), user);
    }

    private void NoteConstraints(GenericParameterHandleCollection parameters, User user)
    {
        foreach (var parameter in parameters)
        {
            foreach (var constraint in metadata.GetGenericParameter(parameter).GetConstraints()) Note(metadata.GetGenericParameterConstraint(constraint).Type, user);
        }
    }

    private void LookAtMethod(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        var user = new User(MetadataTokens.GetToken(handle), !method.GetDeclaringType().IsNil && OfType(method.GetDeclaringType()).Compiler);
        if ((method.Attributes & MethodAttributes.PinvokeImpl) != 0 || IsNative(method)) AddNativeCall(method, user);
        if (IsModuleInitializer(method)) Add(FindingKind.ModuleInitializer, user, "a module initializer", "The DLL has code that runs as soon as it is loaded (a module initializer).");
        NoteSignature(method.Signature, user, ownPointer: true);
        NoteConstraints(method.GetGenericParameters(), user);
        if (method.RelativeVirtualAddress != 0 && (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.IL) LookAtBody(method, user);
    }

    private static bool IsNative(MethodDefinition method) =>
        (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) is MethodImplAttributes.Native or MethodImplAttributes.OPTIL
        || (method.ImplAttributes & (MethodImplAttributes.Unmanaged | MethodImplAttributes.InternalCall)) != 0;

    private bool IsModuleInitializer(MethodDefinition method) =>
        metadata.StringComparer.Equals(method.Name, ".cctor")
        && !method.GetDeclaringType().IsNil && MetadataTokens.GetRowNumber(method.GetDeclaringType()) == 1;

    private void AddNativeCall(MethodDefinition method, User user)
    {
        var import = (method.Attributes & MethodAttributes.PinvokeImpl) != 0 ? method.GetImport() : default;
        var library = import.Module.IsNil ? "a native library" : metadata.GetString(metadata.GetModuleReference(import.Module).Name);
        Add(FindingKind.NativeCall, user, library, $"{NameOf(user)} calls native code in {library} (DllImport), which an answer may not.");
    }

    private void LookAtBody(MethodDefinition method, User user)
    {
        var body = file.Body(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil) NoteSignature(metadata.GetStandaloneSignature(body.LocalSignature).Signature, user, ownPointer: true);
        for (var index = 0; index < body.ExceptionRegions.Length; index++)
        {
            if (body.ExceptionRegions[index].Kind == ExceptionRegionKind.Catch) Note(body.ExceptionRegions[index].CatchType, user);
        }

        var reader = body.GetILReader();
        budget.Spend(reader.Length);
        var memory = new AddressUse(metadata, _unsafeModule);
        foreach (var instruction in Instructions.Of(reader))
        {
            memory.Meet(instruction);
            if (instruction.Code == ILOpCode.Calli) AddPointer(user, "a function pointer");
            if (instruction.Token != 0 && instruction.Code != ILOpCode.Ldstr) NoteToken(instruction.Token, user, memory);
        }

        if (memory.IsSuspicious && !user.Compiler) AddPointer(user, "memory by its address");
    }

    private void NoteToken(int token, User user, AddressUse memory)
    {
        var handle = MetadataTokens.EntityHandle(token);
        if (handle.Kind == HandleKind.StandaloneSignature) return;
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
            NoteSignature(method.Signature, user, ownPointer: true);
            handle = method.Method;
        }

        if (handle.Kind == HandleKind.MemberReference)
        {
            var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
            if (TakesAddress(MetadataTokens.GetToken(handle), member) && !memory.IsSafeSpan(_names.Of(member))) AddPointer(user, "memory by its address");
            if (member.Parent.Kind == HandleKind.TypeSpecification) Note(member.Parent, user);
        }

        Note(handle, user);
    }

    private bool TakesAddress(int token, MemberReference member)
    {
        if (!_members.TryGetValue(token, out var signature)) _members[token] = signature = SignatureReader.Read(metadata, member.Signature, budget);
        return signature.HasPointer || signature.HasFunctionPointer;
    }

    private User OfType(TypeDefinitionHandle type)
    {
        var token = MetadataTokens.GetToken(type);
        if (!_types.TryGetValue(token, out var user)) _types[token] = user = new User(token, _names.IsCompilerHelper(type));
        return user;
    }

    private void NoteSignature(BlobHandle blob, User user, bool ownPointer) => NoteFound(SignatureReader.Read(metadata, blob, budget), user, ownPointer);

    private void NoteFound(Signature signature, User user, bool ownPointer, int depth = 0)
    {
        if (ownPointer && signature.HasPointer && !user.Compiler) AddPointer(user, "pointers");
        if (ownPointer && signature.HasFunctionPointer && !user.Compiler) AddPointer(user, "a function pointer");
        for (var index = 0; index < signature.Types.Count; index++) Note(MetadataTokens.EntityHandle(signature.Types[index]), user, depth + 1);
    }

    private void Note(EntityHandle handle, User user, int depth = 0)
    {
        if (handle.IsNil) return;
        ScanBudget.CheckDepth(depth);
        budget.Spend(1);
        if (handle.Kind == HandleKind.TypeSpecification)
        {
            var blob = metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature;
            NoteFound(SignatureReader.ReadType(metadata, blob, budget), user, ownPointer: true, depth);
            return;
        }

        if (handle.Kind is not (HandleKind.TypeReference or HandleKind.MemberReference)) return;
        var token = MetadataTokens.GetToken(handle);
        if (!_users.TryGetValue(token, out var users)) _users[token] = users = [];
        if (users.Count < MostUsersNamed && !users.Contains(user)) users.Add(user);
    }

    private void LookAtAttribute(CustomAttribute attribute)
    {
        Note(attribute.Constructor, new User(MetadataTokens.GetToken(attribute.Parent), compiler: false));
    }

    private void JudgeType(TypeReferenceHandle handle)
    {
        if (!_users.TryGetValue(MetadataTokens.GetToken(handle), out var users) || _names.IsOwn(handle)) return;
        var name = _names.Of(handle);
        if (policy.AllowsType(name)) return;
        foreach (var user in users)
        {
            if (!(user.Compiler && CompilerRules.Policy.AllowsType(name))) AddApi(user, name);
        }
    }

    private void JudgeMember(MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        if (!_users.TryGetValue(MetadataTokens.GetToken(handle), out var users)) users = [new User(0, compiler: false)];
        if (member.Parent.Kind == HandleKind.ModuleReference)
        {
            foreach (var user in users) Add(FindingKind.NativeCall, user, "native code", $"{NameOf(user)} calls native code, which an answer may not.");
        }

        if (_names.Of(member) is not { } name || policy.AllowsMember(name)) return;
        foreach (var user in users)
        {
            if (!(user.Compiler && CompilerRules.Policy.AllowsMember(name))) AddApi(user, name);
        }
    }

    private void AddApi(User user, ApiName api) =>
        Add(FindingKind.Api, user, api.Shown, $"{NameOf(user)} uses {api.Shown}, {RefusalReasons.Of(api.Full)}. An answer may not use it.");

    private void AddPointer(User user, string what) =>
        Add(FindingKind.Pointer, user, what, $"{NameOf(user)} uses {what} (unsafe code), which an answer may not. Spans and arrays may be used.");

    private void Add(FindingKind kind, User user, string api, string message)
    {
        if (findings.Count < Scan.MostFindings * MostUsersNamed) findings.Add(new(kind, OneLine(NameOf(user)), OneLine(api), OneLine(message)));
    }

    private string NameOf(User user) => MetadataTokens.EntityHandle(user.Token) switch
    {
        { Kind: HandleKind.TypeDefinition } type => _names.Of((TypeDefinitionHandle)type),
        { Kind: HandleKind.MethodDefinition } method => _names.Of(metadata.GetMethodDefinition((MethodDefinitionHandle)method)),
        _ => WholeFile,
    };

    // A name in a file may hold anything, line ends and escapes for a terminal too.
    private static string OneLine(string text) =>
        new([.. text.Take(LongestText).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character)]);
}
