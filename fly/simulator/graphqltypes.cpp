#include "fly/simulator/graphqltypes.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

namespace {

struct Description {
    QStringView type;
    QStringView fields; //!< `name`, `name:Type`, with `!` for one that is never null
};

constexpr Description descriptions[] = {
    {u"Queries",
     u"accessTokens:AccessTokenConnection! addOn:AddOn addOnPlans:AddOnPlanConnection! "
     u"addOnProvider:AddOnProvider! addOns:AddOnConnection! app:App appNameAvailable! apps:AppConnection! "
     u"canPerformBluegreenDeployment! certificate:AppCertificate checkJobs:CheckJobConnection! "
     u"checkLocations:CheckLocation! cliSession:CliSession currentUser:User! flapsAuthzCheck! "
     u"githubIntegration:GithubIntegration! herokuIntegration:HerokuIntegration! ipAddress:IPAddress "
     u"isExistingResetToken! latestImageDetails:ImageVersion! latestImageTag! machine:Machine! "
     u"machines:MachineConnection! nearestRegion:Region! node:Node nodes:Node! onboarding:Onboarding! "
     u"organization:Organization organizations:OrganizationConnection! personalOrganization:Organization! "
     u"platform:FlyPlatform! postgresAttachments:PostgresClusterAttachmentConnection! products:Product! "
     u"userOnlyToken! validateConfig:AppConfig! viewer:Principal! volume:Volume volumeAttachments "
     u"volumeSnapshots:VolumeSnapshot"},
    {u"Mutations",
     u"addAllowedReplaySourceOrgs:AddAllowedReplaySourceOrgsPayload addCertificate:AddCertificatePayload "
     u"addDevrelCoupon:AddDevrelCouponPayload addStripePaymentMethod:AddStripePaymentMethodPayload "
     u"addWireGuardPeer:AddWireGuardPeerPayload allocateEgressIpAddress:AllocateEgressIPAddressPayload "
     u"allocateIpAddress:AllocateIPAddressPayload "
     u"allocateManagedServiceIpAddress:AllocateManagedServiceIPAddressPayload "
     u"attachPostgresCluster:AttachPostgresClusterPayload buildMachine:BuildMachinePayload "
     u"buildVolume:BuildVolumePayload cancelBuild:CancelBuildPayload "
     u"changeOrganizationPlan:ChangeOrganizationPlanPayload checkCertificate:CheckCertificatePayload "
     u"configureRegions:ConfigureRegionsPayload confirmCliSession:ConfirmCliSessionPayload "
     u"createAccessToken:CreateAccessTokenPayload createAddOn:CreateAddOnPayload createApp:CreateAppPayload "
     u"createBuild:CreateBuildPayload createCheckJob:CreateCheckJobPayload "
     u"createCheckJobRun:CreateCheckJobRunPayload "
     u"createDelegatedWireGuardToken:CreateDelegatedWireGuardTokenPayload "
     u"createDoctorReport:CreateDoctorReportPayload createDoctorUrl:CreateDoctorUrlPayload "
     u"createExtensionTosAgreement:CreateExtensionTosAgreementPayload "
     u"createLimitedAccessToken:CreateLimitedAccessTokenPayload createMachineApp:CreateMachineAppPayload "
     u"createOrganization:CreateOrganizationPayload "
     u"createOrganizationInvitation:CreateOrganizationInvitationPayload "
     u"createPasswordReset:CreatePasswordResetPayload "
     u"createPostgresClusterDatabase:CreatePostgresClusterDatabasePayload "
     u"createPostgresClusterUser:CreatePostgresClusterUserPayload createRelease:CreateReleasePayload "
     u"createStripeVerificationSession:CreateStripeVerificationSessionPayload "
     u"createTemplateDeployment:CreateTemplateDeploymentPayload "
     u"createThirdPartyConfiguration:CreateThirdPartyConfigurationPayload "
     u"createUserSignup:CreateUserSignupPayload createVolume:CreateVolumePayload "
     u"createVolumeSnapshot:CreateVolumeSnapshotPayload deleteAccessToken:DeleteAccessTokenPayload "
     u"deleteAddOn:DeleteAddOnPayload deleteApp:DeleteAppPayload deleteCertificate:DeleteCertificatePayload "
     u"deleteDelegatedWireGuardToken:DeleteDelegatedWireGuardTokenPayload "
     u"deleteDeploymentSource:DeleteDeploymentSourcePayload "
     u"deleteHealthCheckHandler:DeleteHealthCheckHandlerPayload deleteIdentity:DeleteIdentityPayload "
     u"deleteLimitedAccessToken:DeleteLimitedAccessTokenPayload "
     u"deleteNetworkPolicy:DeleteNetworkPolicyPayload deleteOrganization:DeleteOrganizationPayload "
     u"deleteOrganizationInvitation:DeleteOrganizationInvitationPayload "
     u"deleteOrganizationMembership:DeleteOrganizationMembershipPayload "
     u"deleteRemoteBuilder:DeleteRemoteBuilderPayload deleteService:DeleteServicePayload "
     u"deleteThirdPartyConfiguration:DeleteThirdPartyConfigurationPayload deleteUser:DeleteUserPayload "
     u"deleteVolume:DeleteVolumePayload deployImage:DeployImagePayload "
     u"destroyIdentities:DestroyIdentitiesPayload detachPostgresCluster:DetachPostgresClusterPayload "
     u"disableOneTimePassword:DisableOneTimePasswordPayload dischargeRootToken:DischargeRootTokenPayload "
     u"dummyWireGuardPeer:DummyWireGuardPeerPayload enableDedicatedVms:EnableDedicatedVmsPayload "
     u"enableOneTimePassword:EnableOneTimePasswordPayload enablePostgresConsul:EnablePostgresConsulPayload "
     u"ensureDepotRemoteBuilder:EnsureDepotRemoteBuilderPayload "
     u"ensureFlyctlMachineHost:EnsureFlyctlMachineHostPayload "
     u"ensureMachineRemoteBuilder:EnsureMachineRemoteBuilderPayload "
     u"ensureOrganizationStripeContainerSubscription:EnsureOrganizationStripeContainerSubscriptionPayload "
     u"establishSshKey:EstablishSSHKeyPayload extendVolume:ExtendVolumePayload "
     u"finishBuild:FinishBuildPayload forkVolume:ForkVolumePayload "
     u"generateTwoFactorRecoveryCodes:GenerateTwoFactorRecoveryCodesPayload "
     u"grantPostgresClusterUserAccess:GrantPostgresClusterUserAccessPayload "
     u"importCertificate:ImportCertificatePayload issueCertificate:IssueCertificatePayload "
     u"killMachine:KillMachinePayload launchMachine:LaunchMachinePayload lockApp:LockAppPayload "
     u"logOut:LogOutPayload migrateVolume:MigrateVolumePayload moveApp:MoveAppPayload "
     u"nomadToMachinesMigration:NomadToMachinesMigrationPayload "
     u"nomadToMachinesMigrationPrep:NomadToMachinesMigrationPrepPayload pauseApp:PauseAppPayload "
     u"prepareUserForHiring:PrepareUserForHiringPayload "
     u"redeemOrganizationInvitation:RedeemOrganizationInvitationPayload "
     u"registerMachine:RegisterMachinePayload registerNetworkPolicy:RegisterNetworkPolicyPayload "
     u"registerService:RegisterServicePayload registerVolume:RegisterVolumePayload "
     u"releaseEgressIpAddress:ReleaseEgressIPAddressPayload releaseIpAddress:ReleaseIPAddressPayload "
     u"releaseManagedServiceIpAddress:ReleaseManagedServiceIPAddressPayload "
     u"removeAllowedReplaySourceOrgs:RemoveAllowedReplaySourceOrgsPayload "
     u"setAllowAllCrossNetworkReplays:SetAllowAllCrossNetworkReplaysPayload "
     u"removeMachine:RemoveMachinePayload removeWireGuardPeer:RemoveWireGuardPeerPayload "
     u"requestSignedDocument:RequestSignedDocumentPayload resetAddOnPassword:ResetAddOnPasswordPayload "
     u"resolvePasswordReset:ResolvePasswordResetPayload restartAllocation:RestartAllocationPayload "
     u"restartApp:RestartAppPayload restoreVolumeSnapshot:RestoreVolumeSnapshotPayload "
     u"resumeApp:ResumeAppPayload revokePostgresClusterUserAccess:RevokePostgresClusterUserAccessPayload "
     u"saveDeploymentSource:SaveDeploymentSourcePayload scaleApp:ScaleAppPayload "
     u"sendVerificationEmail:SendVerificationEmailPayload setAppsV2DefaultOn:SetAppsv2DefaultOnPayload "
     u"setPagerdutyHandler:SetPagerdutyHandlerPayload setPlatformVersion:SetPlatformVersionPayload "
     u"setSecrets:SetSecretsPayload setSlackHandler:SetSlackHandlerPayload setVmCount:SetVMCountPayload "
     u"setVmSize:SetVMSizePayload startBuild:StartBuildPayload startMachine:StartMachinePayload "
     u"stopAllocation:StopAllocationPayload stopMachine:StopMachinePayload "
     u"stopPlanDowngrade:StopPlanDowngradePayload syncTokensForOrg:SyncTokensForOrgPayload "
     u"unlockApp:UnlockAppPayload unsetSecrets:UnsetSecretsPayload updateAddOn:UpdateAddOnPayload "
     u"updateAutoscaleConfig:UpdateAutoscaleConfigPayload "
     u"updateOrganizationMembership:UpdateOrganizationMembershipPayload updateRelease:UpdateReleasePayload "
     u"updateRemoteBuilder:UpdateRemoteBuilderPayload updateRiskFromStripe:UpdateRiskFromStripePayload "
     u"updateThirdPartyConfiguration:UpdateThirdPartyConfigurationPayload "
     u"updateUserCoupon:UpdateUserCouponPayload updateUserPassword:UpdateUserPasswordPayload "
     u"updateUserProfile:UpdateUserProfilePayload updateVolume:UpdateVolumePayload "
     u"validateWireGuardPeers:ValidateWireGuardPeersPayload verifyEmail:VerifyEmailPayload "
     u"verifyUserPassword:VerifyUserPasswordPayload"},
    {u"App",
     u"addOns:AddOnConnection! allocation:Allocation allocations:Allocation! appUrl "
     u"autoscaling:AutoscalingConfig backupRegions:Region! builds:BuildConnection! "
     u"certificate:AppCertificate certificates:AppCertificateConnection! changes:AppChangeConnection! "
     u"cnameTarget config:AppConfig! createdAt! currentLock:AppLock currentPlacement:RegionPlacement! "
     u"currentRelease:Release currentReleaseUnprocessed:ReleaseUnprocessed deployed! "
     u"deploymentSource:DeploymentSource deploymentStatus:DeploymentStatus "
     u"egressIpAddresses:EgressIPAddressConnection! hasDeploymentSource! healthChecks:CheckStateConnection! "
     u"hostIssues:IssueConnection hostname id! image:Image imageDetails:ImageVersion imageUpgradeAvailable "
     u"imageVersionTrackingEnabled! instrumentsKey internalId! internalNumericId! ipAddress:IPAddress "
     u"ipAddresses:IPAddressConnection! key! latestImageDetails:ImageVersion "
     u"limitedAccessTokens:LimitedAccessTokenConnection! machine:Machine machines:MachineConnection! "
     u"metricTypes! name! network networkId organization:Organization! parseConfig:AppConfig! "
     u"platformVersion processGroups:ProcessGroup! regions:Region! release:Release "
     u"releases:ReleaseConnection! releasesUnprocessed:ReleaseUnprocessedConnection! role:AppRole runtime! "
     u"secrets:Secret! services:Service! sharedIpAddress state! status! taskGroupCounts:TaskGroupCount! "
     u"tsusage! usage:AppUsage! version! vmSize:VMSize! vms:VMConnection! volume:Volume "
     u"volumes:VolumeConnection!"},
    {u"AppConnection", u"edges:AppEdge nodes:App pageInfo:PageInfo! totalCount!"},
    {u"AppEdge", u"cursor! node:App"},
    {u"AppConfig", u"definition! errors! services:Service! valid!"},
    {u"Service",
     u"checks:Check! description! hardConcurrency! internalPort! ports:ServicePort! protocol! "
     u"softConcurrency!"},
    {u"ServicePort", u"endPort handlers! port startPort"},
    {u"IPAddress", u"address! createdAt! id! network:Network region serviceName type!"},
    {u"IPAddressConnection", u"edges:IPAddressEdge nodes:IPAddress pageInfo:PageInfo! totalCount!"},
    {u"IPAddressEdge", u"cursor! node:IPAddress"},
    {u"Network", u"createdAt! id! name! organization:Organization! updatedAt!"},
    {u"EgressIPAddress", u"id! ip! region! updatedAt! version!"},
    {u"EgressIPAddressConnection", u"edges:EgressIPAddressEdge nodes:EgressIPAddress pageInfo:PageInfo! totalCount!"},
    {u"EgressIPAddressEdge", u"cursor! node:EgressIPAddress"},
    {u"Organization",
     u"activeDiscountName addOnSsoLink addOns:AddOnConnection! agreedToProviderTos! "
     u"allowAllCrossNetworkReplays! allowedReplaySourceOrgSlugs! apps:AppConnection! billable! "
     u"billingStatus! creditBalance! creditBalanceFormatted! "
     u"delegatedWireGuardTokens:DelegatedWireGuardTokenConnection! extensionSsoLink "
     u"healthCheckHandlers:HealthCheckHandlerConnection! healthChecks:HealthCheckConnection! highRisk! id! "
     u"internalNumericId! invitations:OrganizationInvitationConnection! isCreditCardSaved! "
     u"limitedAccessTokens:LimitedAccessTokenConnection! loggedCertificates:LoggedCertificateConnection "
     u"members:OrganizationMembershipsConnection! name! paidPlan! paidSupportEmail "
     u"provisionsBetaExtensions! rawSlug! remoteBuilderApp:App remoteBuilderImage! settings "
     u"signedDocuments:SignedDocumentConnection! slug! sshCertificate stripeContainerPlanId "
     u"stripeContainerSubscriptionId stripeCustomerId stripeSubscriptionId "
     u"thirdPartyConfigurations:ThirdPartyConfigurationConnection! trialEndedAt trialStartedAt trust! type! "
     u"viewerRole! wireGuardPeer:WireGuardPeer! wireGuardPeers:WireGuardPeerConnection!"},
    {u"OrganizationConnection", u"edges:OrganizationEdge nodes:Organization pageInfo:PageInfo! totalCount!"},
    {u"OrganizationEdge", u"cursor! node:Organization"},
    {u"OrganizationMembershipsConnection",
     u"edges:OrganizationMembershipsEdge nodes:User pageInfo:PageInfo! totalCount!"},
    {u"OrganizationMembershipsEdge", u"alertsEnabled! cursor! joinedAt! node:User role!"},
    {u"User",
     u"agreedToProviderTos! avatarUrl! blankPassword createdAt! email! emailVerified! enablePaidHobby! "
     u"featureFlags! hasNodeproxyApps! hasRecoveryCodes! highRisk id! identities:Identity identity:Identity "
     u"internalNumericId! lastRegion name organizations:OrganizationConnection! "
     u"personalOrganization:Organization! stripeVerificationStatus trust! trustScore twoFactorProtection! "
     u"username"},
    {u"Macaroon",
     u"avatarUrl! blankPassword createdAt email! emailVerified featureFlags hasNodeproxyApps "
     u"hasRecoveryCodes highRisk id identities:Identity identity:Identity lastRegion name "
     u"organizations:OrganizationConnection personalOrganization:Organization stripeVerificationStatus "
     u"trust! trustScore twoFactorProtection username"},
    {u"Principal",
     u"avatarUrl! blankPassword createdAt email! emailVerified featureFlags hasNodeproxyApps "
     u"hasRecoveryCodes highRisk id identities:Identity identity:Identity lastRegion name "
     u"organizations:OrganizationConnection personalOrganization:Organization stripeVerificationStatus "
     u"trust! trustScore twoFactorProtection username"},
    {u"LimitedAccessToken",
     u"createdAt! expiresAt! id! name! organization:Organization! profile! profileParams revokedAt "
     u"revokedBy token! tokenHeader user:User!"},
    {u"LimitedAccessTokenConnection",
     u"edges:LimitedAccessTokenEdge nodes:LimitedAccessToken pageInfo:PageInfo! totalCount!"},
    {u"LimitedAccessTokenEdge", u"cursor! node:LimitedAccessToken"},
    {u"AddOnConnection", u"edges:AddOnEdge nodes:AddOn pageInfo:PageInfo! totalCount!"},
    {u"AddOnEdge", u"cursor! node:AddOn"},
    {u"AppCertificateConnection", u"edges:AppCertificateEdge nodes:AppCertificate pageInfo:PageInfo! totalCount!"},
    {u"Machine",
     u"app:App! config! createdAt! egressIpAddresses:EgressIPAddressConnection! "
     u"events:MachineEventConnection! host:Host! id! instanceId! ips:MachineIPConnection! name! region! "
     u"state! updatedAt!"},
    {u"MachineConnection", u"edges:MachineEdge nodes:Machine pageInfo:PageInfo! totalCount!"},
    {u"MachineEdge", u"cursor! node:Machine"},
    {u"MachineIP", u"family! id! ip! kind! maskSize!"},
    {u"MachineIPConnection", u"edges:MachineIPEdge nodes:MachineIP pageInfo:PageInfo! totalCount!"},
    {u"MachineIPEdge", u"cursor! node:MachineIP"},
    {u"Host", u"id!"},
    {u"Volume",
     u"app:App! attachedAllocation:Allocation attachedAllocationId attachedMachine:Machine createdAt! "
     u"encrypted! host:Host! id! internalId! name! region! sizeGb! snapshotRetentionDays "
     u"snapshots:VolumeSnapshotConnection! state! status! usedBytes!"},
    {u"VolumeConnection", u"edges:VolumeEdge nodes:Volume pageInfo:PageInfo! totalCount!"},
    {u"VolumeEdge", u"cursor! node:Volume"},
    {u"Secret", u"createdAt! digest! id! name! user:User"},
    {u"Image",
     u"absoluteRef! compressedSize! compressedSizeFull! config! configDigest! createdAt! digest! id! label! "
     u"manifest! ref! registry! repository! tag"},
    {u"ImageVersion", u"digest! registry! repository! tag! version"},
    {u"Release",
     u"config:AppConfig createdAt! deploymentStrategy! description! evaluationId id! image:Image imageRef "
     u"inProgress! metadata reason! revertedTo stable! status! updatedAt! user:User version!"},
    {u"ReleaseConnection", u"edges:ReleaseEdge nodes:Release pageInfo:PageInfo! totalCount!"},
    {u"ReleaseEdge", u"cursor! node:Release"},
    {u"FlyPlatform", u"flyctl:FlyctlRelease! regions:Region! requestRegion vmSizes:VMSize!"},
    {u"Region", u"code! deprecated! gatewayAvailable! latitude longitude name! processGroup requiresPaidPlan!"},
    {u"VMSize", u"cpuCores! maxMemoryMb! memoryGb! memoryIncrementsMb! memoryMb! name! priceMonth! priceSecond!"},
    {u"PageInfo", u"endCursor hasNextPage! hasPreviousPage! startCursor"},
    {u"AllocateIPAddressPayload", u"app:App! clientMutationId ipAddress:IPAddress"},
    {u"ReleaseIPAddressPayload", u"app:App! clientMutationId"},
    {u"AllocateEgressIPAddressPayload", u"clientMutationId v4! v6!"},
    {u"ReleaseEgressIPAddressPayload", u"clientMutationId v4 v6"},
    {u"SetSecretsPayload", u"app:App! clientMutationId release:Release"},
    {u"UnsetSecretsPayload", u"app:App! clientMutationId release:Release"},
    {u"CreateLimitedAccessTokenPayload", u"clientMutationId limitedAccessToken:LimitedAccessToken!"},
    {u"DeleteLimitedAccessTokenPayload", u"clientMutationId revokedBy token"},
    {u"CreateBuildPayload", u"clientMutationId id! status!"},
    {u"FinishBuildPayload", u"clientMutationId id! status! wallclockTimeMs!"},
};

using Fields = QHash<QString, GraphQlField>;

Fields readFields(QStringView text)
{
    Fields fields;
    for (auto word : text.split(u' ')) {
        GraphQlField field;
        field.isRequired = word.endsWith(u'!');
        if (field.isRequired)
            word.chop(1);
        const auto colon = word.indexOf(u':');
        if (colon >= 0)
            field.type = word.mid(colon + 1).toString();
        fields.insert(word.left(colon).toString(), field);
    }
    return fields;
}

} // namespace

GraphQlField graphQlField(const QString &type, const QString &name)
{
    static const auto types = [] {
        QHash<QString, Fields> all;
        for (const auto &description : descriptions)
            all.insert(description.type.toString(), readFields(description.fields));
        return all;
    }();
    const auto fields = types.constFind(type);
    if (name == "__typename"_L1 || fields == types.cend())
        return {};
    return fields->value(name, {.exists = false});
}

} // namespace swarm::simulator
