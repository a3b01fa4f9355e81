// Generated from scripts/project/openapi-names.tsv by `npm run kit -- typings`. Edit that file, not this one.
import type { OpenapiCall } from './openapi'

/** Every openapi name that the kit knows; no official machine-readable list exists. */
export interface OpenapiNames {
  analysis: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getDailyRetain.html */
    getDailyRetain: OpenapiCall<'analysis.getDailyRetain'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getDailySummary.html */
    getDailySummary: OpenapiCall<'analysis.getDailySummary'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getDailyVisitTrend.html */
    getDailyVisitTrend: OpenapiCall<'analysis.getDailyVisitTrend'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data-analysis/analysis.getGameAnalysisData.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getGameAnalysisData: OpenapiCall<'analysis.getGameAnalysisData'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getMonthlyRetain.html */
    getMonthlyRetain: OpenapiCall<'analysis.getMonthlyRetain'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getMonthlyVisitTrend.html */
    getMonthlyVisitTrend: OpenapiCall<'analysis.getMonthlyVisitTrend'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getPerformanceData.html */
    getPerformanceData: OpenapiCall<'analysis.getPerformanceData'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getUserPortrait.html */
    getUserPortrait: OpenapiCall<'analysis.getUserPortrait'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getVisitDistribution.html */
    getVisitDistribution: OpenapiCall<'analysis.getVisitDistribution'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getVisitPage.html */
    getVisitPage: OpenapiCall<'analysis.getVisitPage'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getWeeklyRetain.html */
    getWeeklyRetain: OpenapiCall<'analysis.getWeeklyRetain'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getWeeklyVisitTrend.html */
    getWeeklyVisitTrend: OpenapiCall<'analysis.getWeeklyVisitTrend'>
  }
  auth: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/user-info/auth.checkEncryptedData.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    checkEncryptedData: OpenapiCall<'auth.checkEncryptedData'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/login/auth.checkSessionKey.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    checkSessionKey: OpenapiCall<'auth.checkSessionKey'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/login/auth.code2Session.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    code2Session: OpenapiCall<'auth.code2Session'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/access-token/auth.getAccessToken.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getAccessToken: OpenapiCall<'auth.getAccessToken'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/user-info/auth.getPaidUnionId.html */
    getPaidUnionId: OpenapiCall<'auth.getPaidUnionId'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/user-info/auth.getPluginOpenPId.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getPluginOpenPId: OpenapiCall<'auth.getPluginOpenPId'>
  }
  business: {
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/midas-payment/business.getPayForOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getPayForOrder: OpenapiCall<'business.getPayForOrder'>
  }
  chattoolmsg: {
    send: OpenapiCall<'chattoolmsg.send'>
  }
  cloudbase: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.addDelayedFunctionTask.html */
    addDelayedFunctionTask: OpenapiCall<'cloudbase.addDelayedFunctionTask'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.createPressureTest.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    createPressureTest: OpenapiCall<'cloudbase.createPressureTest'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.createSendSmsTask.html */
    createSendSmsTask: OpenapiCall<'cloudbase.createSendSmsTask'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.describeExtensionUploadInfo.html */
    describeExtensionUploadInfo: OpenapiCall<'cloudbase.describeExtensionUploadInfo'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.describeSmsRecords.html */
    describeSmsRecords: OpenapiCall<'cloudbase.describeSmsRecords'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.getOpenData.html */
    getOpenData: OpenapiCall<'cloudbase.getOpenData'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.getPressureTestReport.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getPressureTestReport: OpenapiCall<'cloudbase.getPressureTestReport'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.getPressureTestStatus.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getPressureTestStatus: OpenapiCall<'cloudbase.getPressureTestStatus'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.getStatistics.html */
    getStatistics: OpenapiCall<'cloudbase.getStatistics'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.getVoIPSign.html */
    getVoIPSign: OpenapiCall<'cloudbase.getVoIPSign'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.report.html */
    report: OpenapiCall<'cloudbase.report'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.sendSms.html */
    sendSms: OpenapiCall<'cloudbase.sendSms'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.sendSmsV2.html */
    sendSmsV2: OpenapiCall<'cloudbase.sendSmsV2'>
  }
  customerServiceMessage: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/customer-message/customerServiceMessage.getTempMedia.html
     * Unverified: tagged in 2020 list; same endpoint now documented as officialAccount.media.get
     */
    getTempMedia: OpenapiCall<'customerServiceMessage.getTempMedia'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/customer-message/customerServiceMessage.send.html */
    send: OpenapiCall<'customerServiceMessage.send'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/customer-message/customerServiceMessage.setTyping.html */
    setTyping: OpenapiCall<'customerServiceMessage.setTyping'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/customer-message/customerServiceMessage.uploadTempMedia.html
     * Unverified: tagged in 2020 list; same endpoint now documented as officialAccount.media.upload
     */
    uploadTempMedia: OpenapiCall<'customerServiceMessage.uploadTempMedia'>
  }
  device: {
    getSnTicket: OpenapiCall<'device.getSnTicket'>
  }
  gamematch: {
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/gamematch/gamematch.createMatchRule.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    createMatchRule: OpenapiCall<'gamematch.createMatchRule'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/gamematch/gamematch.deleteMatchRule.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    deleteMatchRule: OpenapiCall<'gamematch.deleteMatchRule'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/gamematch/gamematch.getAllMatchRule.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getAllMatchRule: OpenapiCall<'gamematch.getAllMatchRule'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/gamematch/gamematch.setMatchIdOpenState.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    setMatchIdOpenState: OpenapiCall<'gamematch.setMatchIdOpenState'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/gamematch/gamematch.updateMatchRule.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    updateMatchRule: OpenapiCall<'gamematch.updateMatchRule'>
  }
  hardwareDevice: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.getSnTicket.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as device.getSnTicket
     */
    getSnTicket: OpenapiCall<'hardwareDevice.getSnTicket'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.send.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    send: OpenapiCall<'hardwareDevice.send'>
  }
  img: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/img/img.aiCrop.html */
    aiCrop: OpenapiCall<'img.aiCrop'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/img/img.scanQRCode.html */
    scanQRCode: OpenapiCall<'img.scanQRCode'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/img/img.superresolution.html */
    superresolution: OpenapiCall<'img.superresolution'>
  }
  immediateDelivery: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.abnormalConfirm.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    abnormalConfirm: OpenapiCall<'immediateDelivery.abnormalConfirm'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    addOrder: OpenapiCall<'immediateDelivery.addOrder'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addTip.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    addTip: OpenapiCall<'immediateDelivery.addTip'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.bindAccount.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    bindAccount: OpenapiCall<'immediateDelivery.bindAccount'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.cancelOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    cancelOrder: OpenapiCall<'immediateDelivery.cancelOrder'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getAllImmeDelivery.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getAllImmeDelivery: OpenapiCall<'immediateDelivery.getAllImmeDelivery'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getBindAccount.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getBindAccount: OpenapiCall<'immediateDelivery.getBindAccount'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getOrder: OpenapiCall<'immediateDelivery.getOrder'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.mockUpdateOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    mockUpdateOrder: OpenapiCall<'immediateDelivery.mockUpdateOrder'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.openDelivery.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    openDelivery: OpenapiCall<'immediateDelivery.openDelivery'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preAddOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    preAddOrder: OpenapiCall<'immediateDelivery.preAddOrder'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preCancelOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    preCancelOrder: OpenapiCall<'immediateDelivery.preCancelOrder'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-provider/immediateDelivery.updateOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    updateOrder: OpenapiCall<'immediateDelivery.updateOrder'>
  }
  internet: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/internet/internet.getUserEncryptKey.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    getUserEncryptKey: OpenapiCall<'internet.getUserEncryptKey'>
  }
  liveBroadcast: {
    addAssistant: OpenapiCall<'liveBroadcast.addAssistant'>
    addGoods: OpenapiCall<'liveBroadcast.addGoods'>
    addRole: OpenapiCall<'liveBroadcast.addRole'>
    addSubAnchor: OpenapiCall<'liveBroadcast.addSubAnchor'>
    createRoom: OpenapiCall<'liveBroadcast.createRoom'>
    deleteRole: OpenapiCall<'liveBroadcast.deleteRole'>
    deleteRoom: OpenapiCall<'liveBroadcast.deleteRoom'>
    deleteSubAnchor: OpenapiCall<'liveBroadcast.deleteSubAnchor'>
    editRoom: OpenapiCall<'liveBroadcast.editRoom'>
    getAssistantList: OpenapiCall<'liveBroadcast.getAssistantList'>
    getFollowers: OpenapiCall<'liveBroadcast.getFollowers'>
    getLiveInfo: OpenapiCall<'liveBroadcast.getLiveInfo'>
    getPushUrl: OpenapiCall<'liveBroadcast.getPushUrl'>
    getRoleList: OpenapiCall<'liveBroadcast.getRoleList'>
    getSharedCode: OpenapiCall<'liveBroadcast.getSharedCode'>
    getSubAnchor: OpenapiCall<'liveBroadcast.getSubAnchor'>
    goodsAdd: OpenapiCall<'liveBroadcast.goodsAdd'>
    goodsAudit: OpenapiCall<'liveBroadcast.goodsAudit'>
    goodsDelete: OpenapiCall<'liveBroadcast.goodsDelete'>
    goodsInfo: OpenapiCall<'liveBroadcast.goodsInfo'>
    goodsList: OpenapiCall<'liveBroadcast.goodsList'>
    goodsPush: OpenapiCall<'liveBroadcast.goodsPush'>
    goodsResetAudit: OpenapiCall<'liveBroadcast.goodsResetAudit'>
    goodsSale: OpenapiCall<'liveBroadcast.goodsSale'>
    goodsSort: OpenapiCall<'liveBroadcast.goodsSort'>
    goodsUpdate: OpenapiCall<'liveBroadcast.goodsUpdate'>
    goodsVideo: OpenapiCall<'liveBroadcast.goodsVideo'>
    modifyAssistant: OpenapiCall<'liveBroadcast.modifyAssistant'>
    modifySubAnchor: OpenapiCall<'liveBroadcast.modifySubAnchor'>
    pushMessage: OpenapiCall<'liveBroadcast.pushMessage'>
    removeAssistant: OpenapiCall<'liveBroadcast.removeAssistant'>
    updateComment: OpenapiCall<'liveBroadcast.updateComment'>
    updateFeedPublic: OpenapiCall<'liveBroadcast.updateFeedPublic'>
    updateKF: OpenapiCall<'liveBroadcast.updateKF'>
    updateReplay: OpenapiCall<'liveBroadcast.updateReplay'>
  }
  logistics: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.addOrder.html */
    addOrder: OpenapiCall<'logistics.addOrder'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.batchGetOrder.html */
    batchGetOrder: OpenapiCall<'logistics.batchGetOrder'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.bindAccount.html */
    bindAccount: OpenapiCall<'logistics.bindAccount'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.cancelOrder.html */
    cancelOrder: OpenapiCall<'logistics.cancelOrder'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getAllAccount.html */
    getAllAccount: OpenapiCall<'logistics.getAllAccount'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getAllDelivery.html */
    getAllDelivery: OpenapiCall<'logistics.getAllDelivery'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-provider/logistics.getContact.html */
    getContact: OpenapiCall<'logistics.getContact'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getOrder.html */
    getOrder: OpenapiCall<'logistics.getOrder'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getPath.html */
    getPath: OpenapiCall<'logistics.getPath'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getPrinter.html */
    getPrinter: OpenapiCall<'logistics.getPrinter'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getQuota.html */
    getQuota: OpenapiCall<'logistics.getQuota'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-provider/logistics.previewTemplate.html */
    previewTemplate: OpenapiCall<'logistics.previewTemplate'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.testUpdateOrder.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    testUpdateOrder: OpenapiCall<'logistics.testUpdateOrder'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-provider/logistics.updateBusiness.html */
    updateBusiness: OpenapiCall<'logistics.updateBusiness'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-provider/logistics.updatePath.html */
    updatePath: OpenapiCall<'logistics.updatePath'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.updatePrinter.html */
    updatePrinter: OpenapiCall<'logistics.updatePrinter'>
  }
  midas: {
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/midas-payment/midas.cancelPay.html
     * Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig)
     */
    cancelPay: OpenapiCall<'midas.cancelPay'>
    /** Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig) */
    cancelPaySandbox: OpenapiCall<'midas.cancelPaySandbox'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/midas-payment/midas.getBalance.html
     * Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig)
     */
    getBalance: OpenapiCall<'midas.getBalance'>
    /** Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig) */
    getBalanceSandbox: OpenapiCall<'midas.getBalanceSandbox'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/midas-payment/midas.pay.html
     * Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig)
     */
    pay: OpenapiCall<'midas.pay'>
    /** Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig) */
    paySandbox: OpenapiCall<'midas.paySandbox'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/midas-payment/midas.present.html
     * Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig)
     */
    present: OpenapiCall<'midas.present'>
    /** Unverified: name hard-coded in wx-server-sdk 4.0.2 (midasAPIConfig) */
    presentSandbox: OpenapiCall<'midas.presentSandbox'>
  }
  nearbyPoi: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/nearby-poi/nearbyPoi.add.html */
    add: OpenapiCall<'nearbyPoi.add'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/nearby-poi/nearbyPoi.delete.html */
    delete: OpenapiCall<'nearbyPoi.delete'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/nearby-poi/nearbyPoi.getList.html */
    getList: OpenapiCall<'nearbyPoi.getList'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/nearby-poi/nearbyPoi.setShowStatus.html */
    setShowStatus: OpenapiCall<'nearbyPoi.setShowStatus'>
  }
  ocr: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/ocr/ocr.bankcard.html */
    bankcard: OpenapiCall<'ocr.bankcard'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/ocr/ocr.businessLicense.html */
    businessLicense: OpenapiCall<'ocr.businessLicense'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/ocr/ocr.driverLicense.html */
    driverLicense: OpenapiCall<'ocr.driverLicense'>
    drivingLicense: OpenapiCall<'ocr.drivingLicense'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/ocr/ocr.idcard.html */
    idcard: OpenapiCall<'ocr.idcard'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/ocr/ocr.printedText.html */
    printedText: OpenapiCall<'ocr.printedText'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/ocr/ocr.vehicleLicense.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as ocr.drivingLicense
     */
    vehicleLicense: OpenapiCall<'ocr.vehicleLicense'>
  }
  officialAccount: {
    media: {
      get: OpenapiCall<'officialAccount.media.get'>
      upload: OpenapiCall<'officialAccount.media.upload'>
    }
    newtmpl: {
      addTemplate: OpenapiCall<'officialAccount.newtmpl.addTemplate'>
      delTemplate: OpenapiCall<'officialAccount.newtmpl.delTemplate'>
      getCategory: OpenapiCall<'officialAccount.newtmpl.getCategory'>
      getPubTemplateKeywords: OpenapiCall<'officialAccount.newtmpl.getPubTemplateKeywords'>
      getPubTemplateTitles: OpenapiCall<'officialAccount.newtmpl.getPubTemplateTitles'>
      getTemplate: OpenapiCall<'officialAccount.newtmpl.getTemplate'>
    }
  }
  operation: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getDomainInfo.html */
    getDomainInfo: OpenapiCall<'operation.getDomainInfo'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getFeedback.html */
    getFeedback: OpenapiCall<'operation.getFeedback'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getFeedbackmedia.html */
    getFeedbackmedia: OpenapiCall<'operation.getFeedbackmedia'>
    getGrayReleasePlan: OpenapiCall<'operation.getGrayReleasePlan'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getJsErrDetail.html */
    getJsErrDetail: OpenapiCall<'operation.getJsErrDetail'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getJsErrList.html */
    getJsErrList: OpenapiCall<'operation.getJsErrList'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getPerformance.html */
    getPerformance: OpenapiCall<'operation.getPerformance'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getSceneList.html */
    getSceneList: OpenapiCall<'operation.getSceneList'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getVersionList.html */
    getVersionList: OpenapiCall<'operation.getVersionList'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.realtimelogSearch.html */
    realtimelogSearch: OpenapiCall<'operation.realtimelogSearch'>
  }
  phonenumber: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/phonenumber/phonenumber.getPhoneNumber.html */
    getPhoneNumber: OpenapiCall<'phonenumber.getPhoneNumber'>
  }
  pluginManager: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.applyPlugin.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as pluginManager.getPluginList
     */
    applyPlugin: OpenapiCall<'pluginManager.applyPlugin'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.getPluginDevApplyList.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as pluginManager.setDevPluginApplyStatus
     */
    getPluginDevApplyList: OpenapiCall<'pluginManager.getPluginDevApplyList'>
    getPluginList: OpenapiCall<'pluginManager.getPluginList'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.setDevPluginApplyStatus.html */
    setDevPluginApplyStatus: OpenapiCall<'pluginManager.setDevPluginApplyStatus'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.unbindPlugin.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as pluginManager.getPluginList
     */
    unbindPlugin: OpenapiCall<'pluginManager.unbindPlugin'>
  }
  redpacketcover: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/redpacketcover/redpacketcover.getAuthenticationUrl.html */
    getAuthenticationUrl: OpenapiCall<'redpacketcover.getAuthenticationUrl'>
  }
  riskControl: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/safety-control-capability/riskControl.getUserRiskRank.html */
    getUserRiskRank: OpenapiCall<'riskControl.getUserRiskRank'>
  }
  search: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/search/search.imageSearch.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    imageSearch: OpenapiCall<'search.imageSearch'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/search/search.siteSearch.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    siteSearch: OpenapiCall<'search.siteSearch'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/search/search.submitPages.html */
    submitPages: OpenapiCall<'search.submitPages'>
  }
  security: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.imgSecCheck.html
     * Unverified: in public config.json
     */
    imgSecCheck: OpenapiCall<'security.imgSecCheck'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.mediaCheckAsync.html */
    mediaCheckAsync: OpenapiCall<'security.mediaCheckAsync'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html */
    msgSecCheck: OpenapiCall<'security.msgSecCheck'>
  }
  serviceMarket: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/service-market/serviceMarket.invokeService.html */
    invokeService: OpenapiCall<'serviceMarket.invokeService'>
  }
  shortlink: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/short-link/shortlink.generate.html */
    generate: OpenapiCall<'shortlink.generate'>
  }
  soter: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/soter/soter.verifySignature.html */
    verifySignature: OpenapiCall<'soter.verifySignature'>
  }
  storage: {
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.removeUserStorage.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    removeUserStorage: OpenapiCall<'storage.removeUserStorage'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserInteractiveData.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    setUserInteractiveData: OpenapiCall<'storage.setUserInteractiveData'>
    /**
     * https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserStorage.html
     * Unverified: UNVERIFIED (old server-API doc name only)
     */
    setUserStorage: OpenapiCall<'storage.setUserStorage'>
  }
  subscribeMessage: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.addTemplate.html
     * Unverified: in public config.json; same endpoint now documented as officialAccount.newtmpl.addTemplate
     */
    addTemplate: OpenapiCall<'subscribeMessage.addTemplate'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.deleteTemplate.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as officialAccount.newtmpl.delTemplate
     */
    deleteTemplate: OpenapiCall<'subscribeMessage.deleteTemplate'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.getCategory.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as officialAccount.newtmpl.getCategory
     */
    getCategory: OpenapiCall<'subscribeMessage.getCategory'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.getPubTemplateKeyWordsById.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as officialAccount.newtmpl.getPubTemplateKeywords
     */
    getPubTemplateKeyWordsById: OpenapiCall<'subscribeMessage.getPubTemplateKeyWordsById'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.getPubTemplateTitleList.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as officialAccount.newtmpl.getPubTemplateTitles
     */
    getPubTemplateTitleList: OpenapiCall<'subscribeMessage.getPubTemplateTitleList'>
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.getTemplateList.html
     * Unverified: UNVERIFIED (old server-API doc name only); same endpoint now documented as officialAccount.newtmpl.getTemplate
     */
    getTemplateList: OpenapiCall<'subscribeMessage.getTemplateList'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html */
    send: OpenapiCall<'subscribeMessage.send'>
  }
  templateMessage: {
    /** Unverified: tagged in 2020 list */
    addTemplate: OpenapiCall<'templateMessage.addTemplate'>
    /** Unverified: tagged in 2020 list */
    deleteTemplate: OpenapiCall<'templateMessage.deleteTemplate'>
    /** Unverified: tagged in 2020 list */
    getTemplateLibraryById: OpenapiCall<'templateMessage.getTemplateLibraryById'>
    /** Unverified: tagged in 2020 list */
    getTemplateLibraryList: OpenapiCall<'templateMessage.getTemplateLibraryList'>
    /** Unverified: in public config.json */
    getTemplateList: OpenapiCall<'templateMessage.getTemplateList'>
    /** Unverified: in public config.json */
    send: OpenapiCall<'templateMessage.send'>
  }
  uniformMessage: {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/uniform-message/uniformMessage.send.html
     * Unverified: in public config.json
     */
    send: OpenapiCall<'uniformMessage.send'>
  }
  updatableMessage: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.createActivityId.html */
    createActivityId: OpenapiCall<'updatableMessage.createActivityId'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.setUpdatableMsg.html */
    setUpdatableMsg: OpenapiCall<'updatableMessage.setUpdatableMsg'>
  }
  urllink: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-link/urllink.generate.html */
    generate: OpenapiCall<'urllink.generate'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-link/urllink.query.html */
    query: OpenapiCall<'urllink.query'>
  }
  urlscheme: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.generate.html */
    generate: OpenapiCall<'urlscheme.generate'>
    generateNFCScheme: OpenapiCall<'urlscheme.generateNFCScheme'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.query.html */
    query: OpenapiCall<'urlscheme.query'>
  }
  wxa: {
    sec: {
      order: {
        getOrder: OpenapiCall<'wxa.sec.order.getOrder'>
        getOrderList: OpenapiCall<'wxa.sec.order.getOrderList'>
        isTradeManaged: OpenapiCall<'wxa.sec.order.isTradeManaged'>
        notifyConfirmReceive: OpenapiCall<'wxa.sec.order.notifyConfirmReceive'>
        setMsgJumpPath: OpenapiCall<'wxa.sec.order.setMsgJumpPath'>
        uploadCombinedShippingInfo: OpenapiCall<'wxa.sec.order.uploadCombinedShippingInfo'>
        uploadShippingInfo: OpenapiCall<'wxa.sec.order.uploadShippingInfo'>
      }
    }
  }
  wxacode: {
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/qr-code/wxacode.createQRCode.html */
    createQRCode: OpenapiCall<'wxacode.createQRCode'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/qr-code/wxacode.get.html */
    get: OpenapiCall<'wxacode.get'>
    /** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/qr-code/wxacode.getUnlimited.html */
    getUnlimited: OpenapiCall<'wxacode.getUnlimited'>
  }
}
